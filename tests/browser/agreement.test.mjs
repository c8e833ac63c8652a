// The same numbers and the same verdict words everywhere: store, JSON, CSV, workbook, terminal, report.
//   node agreement.test.mjs <staffsim> <store> <page.html> <scenario of a small county>
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';
import { StoredValues } from './store.mjs';
import { readWorkbook } from './workbook.mjs';

const [staffsim, store, page, small] = process.argv.slice(2).map((path) => resolve(path));
const folder = mkdtempSync(join(tmpdir(), 'staffsim-agreement-'));
let failures = 0;

function check(what, ok, detail = '') {
  if (!ok) failures += 1;
  console.log(`${ok ? 'ok' : 'not ok'} - ${what}${ok || !detail ? '' : `: ${detail}`}`);
}
const report = (...words) =>
  execFileSync(staffsim, ['report', store, '--no-report', '--quiet', ...words], { encoding: 'utf8', maxBuffer: 1e9 });

const close = (a, b) => (a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
const few = (list) => `${list.length} of them, e.g. ${list.slice(0, 3).join(' | ')}`;
const keyOf = ({ outcome, scenario, verdict_year: year }) => `${outcome} ${scenario} ${year}`;

function checkStore(cells, stored) {
  const some = (number) => (Number.isFinite(number) ? number : null);
  const wrong = cells.filter((cell) => {
    const level = (scenario) => some(stored.level(cell.outcome, scenario, cell.verdict_year));
    const [before, own] = [level(0), level(stored.scenarios.indexOf(cell.scenario))];
    if (!close(cell.value, own) || !close(cell.baseline, before)) return true;
    if (own === null || before === null) return cell.difference !== null && cell.difference !== 0;
    return Math.abs(cell.difference - (own - before)) > 1e-9 * Math.max(1, Math.abs(own));
  });
  check('levels and differences are those of the store, computed anew', wrong.length === 0, few(wrong.map(keyOf)));
}

// Also where the screen says too rare: the range is there, and only not shown.
function checkRanges(cells, stored) {
  const ranged = cells.filter((cell) => cell.low < cell.high);
  const wrong = ranged.filter((cell) => {
    const range = stored.range(cell.outcome, stored.scenarios.indexOf(cell.scenario), cell.verdict_year, cell.primary);
    const allowed = 1e-6 * (cell.high - cell.low) + 1e-9 * Math.abs(cell.value);
    return Math.abs(range[0] - cell.low) > allowed || Math.abs(range[1] - cell.high) > allowed;
  });
  check('ranges are those of the store, computed anew', ranged.length > 500 && wrong.length === 0, `of ${ranged.length}, ${few(wrong.map(keyOf))}`);
}

const quantilesOfBands = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 };

function checkYearly(stored) {
  const names = ['mean', ...Object.keys(quantilesOfBands)];
  const first = Math.min(...yearlyRows().map(({ year }) => Number(year)));
  const wrong = yearlyRows().filter((row) => {
    const scenario = stored.scenarios.indexOf(row.scenario);
    const own = stored.yearly(row.outcome, scenario, Number(row.year) - first, Object.values(quantilesOfBands));
    return names.some((name, at) => (row[name] === '' ? Number.isFinite(own[at]) : !close(Number(row[name]), own[at])));
  });
  check('yearly.csv is what the store gives, computed anew', yearlyRows().length > 5000 && wrong.length === 0, few(wrong.map((row) => `${row.outcome} ${row.scenario} ${row.year}`)));
}

let yearly = null;
const yearlyRows = () => (yearly ??= csvRows(join(folder, 'tables', 'yearly.csv')));

function csvRows(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])));
}

function checkCsv(cells) {
  report('--format', 'json', '--csv', join(folder, 'tables'));
  const rows = new Map(csvRows(join(folder, 'tables', 'comparison.csv')).map((row) => [keyOf(row), row]));
  const wrong = cells.filter((cell) => {
    const row = rows.get(keyOf(cell));
    const verdict = cell.primary ? cell.verdict : '';
    return !row || !close(Number(row.difference), cell.difference) || !close(Number(row.low), cell.low) || row.verdict !== verdict;
  });
  check('CSV and JSON agree on differences, ranges and verdicts', wrong.length === 0, few(wrong.map(keyOf)));
}

// Of these no range is told, whether they were declared or not.
const isRare = ({ discordant }) => discordant > 0 && discordant < 20;

// Label in English -> outcome, from the workbook's own dictionary.
function checkWorkbook(cells, words) {
  const file = join(folder, 'book.xlsx');
  report('--format', 'json', '--xlsx', file, '--lang', 'en');
  const book = readWorkbook(file);
  check('the workbook has a chart for outcomes with verdicts and no formula', book.charts > 3 && book.formulas === 0);
  const dictionary = book.rows('Dictionary').slice(3);
  const idOf = new Map(dictionary.map(([id, label, unit]) => [`${label}|${unit}`, id]));
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const found = new Map();
  for (const row of book.rows('Scorecard').slice(4)) {
    scenarios.forEach((scenario, index) => {
      const at = 8 + 5 * index;
      const key = keyOf({ outcome: idOf.get(`${row[1]}|${row[2].replace(/; changes in .*/, '')}`), scenario, verdict_year: row[4] });
      found.set(key, { difference: row[at], low: row[at + 1], high: row[at + 2], verdict: row[at + 3] });
    });
  }
  const wrong = cells.filter((cell) => {
    const row = found.get(keyOf(cell));
    if (!row) return true;
    const rare = isRare(cell);
    const [said, , differing] = row.verdict.match(/^(.*?)( (\d+)\/\d+ \[\d+–\d+ %\])?$/).slice(1);
    if (rare ? Number(differing) !== cell.discordant : differing !== undefined) return true;
    const verdict = cell.primary ? said.slice(2) === words.get(cell.verdict) : said === 'exploratory';
    const range = rare ? row.low === undefined && row.high === undefined : ['low', 'high'].every((name) => close(row[name] ?? null, cell[name]));
    return !verdict || !range || !close(row.difference ?? null, cell.difference);
  });
  check('the workbook agrees on differences, ranges and verdicts', wrong.length === 0, few(wrong.map(keyOf)));
  return idOf;
}

const rounded = (text) => Number(text.replaceAll('\u2212', '-').replace('+', '').replaceAll(',', ''));
const halfDigit = (text) => 0.5000001 * 10 ** -(text.split('.')[1] ?? '').length;

// Every number of the table of changes is the rounded number of the cell, every word its verdict's.
async function checkPage(cells, words, idOf) {
  const rows = await withBrowser({}, async (context) => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(0); // a slow machine is no defect of the page
    await tab.goto(pathToFileURL(page).href);
    return tab.evaluate(() =>
      [...document.querySelectorAll('table[data-csv^="changes-"]')].flatMap((table) => {
        let outcome = '';
        const english = (cell) => {
          const copy = cell.cloneNode(true);
          for (const part of copy.querySelectorAll('span[lang="zh"]')) part.remove();
          return copy;
        };
        return [...table.querySelectorAll('tbody tr')].flatMap((row) => {
          if (row.classList.contains('aim')) {
            const unit = english(row.querySelector('small')).textContent;
            const label = english(row.cells[0]);
            label.querySelector('small').remove();
            outcome = `${label.textContent.trim()}|${unit}`;
            return [];
          }
          const texts = [...row.cells].slice(1).map((cell) => english(cell).textContent.trim());
          const letter = row.querySelector('.tag').textContent;
          return [{ outcome, letter, year: Number(table.dataset.csv.split('-')[1]), texts }];
        });
      }),
    );
  });
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const wrong = rows.filter(({ outcome, letter, year, texts }) => {
    const scenario = scenarios[letter.charCodeAt(0) - 'B'.charCodeAt(0)];
    const cell = byKey.get(keyOf({ outcome: idOf.get(outcome), scenario, verdict_year: year }));
    if (!cell) return true;
    const [baseline, value, difference, range, verdict] = texts;
    const rare = cell.verdict === 'too_rare';
    if (cell.verdict === 'not_measured') return difference !== '' || range !== '' || verdict.slice(2).trim() !== words.get(cell.verdict);
    const [low, high] = range.slice(1, -1).split(', ');
    const same = (text, number) => (text === '–' ? number === null : Math.abs(rounded(text) - number) <= halfDigit(text));
    return !(
      same(baseline, cell.baseline) && same(value, cell.value) && same(difference, cell.difference) &&
      (rare ? range.startsWith(`differs in ${cell.discordant} of `) : same(low, cell.low) && same(high, cell.high)) && verdict.slice(2).trim() === words.get(cell.verdict)
    );
  });
  const judged = cells.filter(({ primary }) => primary).length;
  check('the report shows every comparison with a verdict', rows.length === judged, `${rows.length} of ${judged}`);
  check('the report agrees on levels, differences, ranges and verdicts', wrong.length === 0, few(wrong.map((row) => `${row.outcome} ${row.letter} ${row.year}: ${row.texts}`)));
}

// Every year of every fan, as the file holds them and as the page's script fills them in where the file holds only some,
// is that of yearly.csv; so are the numbers from which fans are drawn, to one digit more.
async function checkFans(scenarios, data) {
  const [written, rows] = await withBrowser({}, async (context) => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(0); // a slow machine is no defect of the page
    await tab.goto(pathToFileURL(page).href);
    return tab.evaluate(async (html) => {
      const read = (root) =>
        [...root.querySelectorAll('table.yearly[data-csv^="years-"]')].flatMap((table) => {
          const letters = [...table.querySelectorAll('thead .tag')].map((tag) => tag.textContent);
          return [...table.tBodies[0].rows].flatMap((row) =>
            [...row.cells].slice(1).map((cell, at) => ({
              outcome: Number(table.dataset.csv.split('-')[1]),
              letter: letters[at],
              year: row.cells[0].textContent,
              middle: cell.firstChild.textContent.trim(),
              ends: cell.querySelector('small').textContent.split(' … '),
            })),
          );
        });
      const asWritten = read(new DOMParser().parseFromString(html, 'text/html')); // no script runs in it
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      await new Promise((done) => setTimeout(done, 500)); // `toggle` comes later
      return [asWritten, read(document)];
    }, readFileSync(page, 'utf8'));
  });
  const key = (row) => `${row.outcome} ${row.scenario} ${row.year}`;
  const byKey = new Map(yearlyRows().map((row) => [key(row), row]));
  const same = (text, number) => (text === '–' ? number === '' : number !== '' && Math.abs(rounded(text) - Number(number)) <= halfDigit(text));
  const wrong = [...written, ...rows].filter(({ outcome, letter, year, middle, ends }) => {
    const row = byKey.get(key({ outcome: data.outcomes[outcome].id, scenario: scenarios['ABCD'.indexOf(letter)], year }));
    return !row || !same(middle, row.p50) || !same(ends[0], row.p05) || !same(ends[1], row.p95);
  });
  const drawn = new Set(data.bands.map(([at]) => data.outcomes[at].id));
  const known = yearlyRows().filter((row) => drawn.has(row.outcome)).length;
  check('the page shows every outcome that it has, every year', drawn.size === data.outcomes.length && rows.length === known, `${rows.length} of ${known}, ${drawn.size} of ${data.outcomes.length}`);
  check('the tables of fans are those of yearly.csv', wrong.length === 0, few(wrong.map((row) => JSON.stringify(row))));
  const off = data.bands.filter(([at, scenario, ...lists]) =>
    Object.keys(quantilesOfBands).some((name, place) => {
      let count = 0;
      const digit = 10 ** -(data.outcomes[at].decimals + 1);
      return lists[place].some((step, year) => {
        const { [name]: number } = byKey.get(key({ outcome: data.outcomes[at].id, scenario: scenarios[scenario], year: data.startYear + year }));
        if (step === null) return number !== '';
        count += step;
        return number === '' || Math.abs(count * digit - Number(number)) > 1.5000001 * digit;
      });
    }),
  );
  check('the bands that are drawn are those of yearly.csv', off.length === 0, few(off.map(([at, scenario]) => `${data.outcomes[at].id} ${scenario}`)));
}

// Levels and changes of all outcomes in the tables of the scorecard, the folded ones without verdicts too.
async function checkScorecard(cells, words, scenarios, data) {
  const rows = await withBrowser({}, async (context) => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(0); // a slow machine is no defect of the page
    await tab.goto(pathToFileURL(page).href);
    return tab.evaluate(() => {
      const english = (part) => {
        if (!part) return '';
        const copy = part.cloneNode(true);
        for (const other of copy.querySelectorAll('span[lang="zh"]')) other.remove();
        return copy.textContent.replace(/\s+/g, ' ').trim();
      };
      return [...document.querySelectorAll('table.scorecard tr[data-outcome]')].flatMap((row) =>
        [...row.querySelectorAll('td.cell')].map((cell) => ({
          outcome: Number(row.dataset.outcome),
          year: Number(row.closest('table').dataset.csv.split('-')[1]),
          letter: cell.dataset.s,
          today: english(row.querySelector('td.today')),
          difference: english(cell.querySelector('b')),
          range: english(cell.querySelector('.range')),
          word: english(cell.querySelector('.word')),
        })),
      );
    });
  });
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const same = (text, number) => (text === '–' || text === '' ? number === null : number !== null && Math.abs(rounded(text) - number) <= halfDigit(text));
  const wrong = rows.filter(({ outcome, year, letter, today, difference, range, word }) => {
    const cell = byKey.get(keyOf({ outcome: data.outcomes[outcome].id, scenario: scenarios['ABCD'.indexOf(letter)], verdict_year: year }));
    if (!cell || !same(today, cell.baseline)) return true;
    if (cell.primary && word !== words.get(cell.verdict)) return true;
    if (cell.verdict === 'not_measured') return difference !== '';
    if (!same(difference, cell.difference)) return true;
    if (isRare(cell)) return !range.startsWith(`differs in ${cell.discordant} of `);
    const [low, high] = range === '' || range === '–' ? ['', ''] : range.slice(1, -1).split(', ');
    return !same(low, cell.low) || !same(high, cell.high);
  });
  const wanted = cells.filter(({ outcome }) => data.outcomes.some(({ id }) => id === outcome));
  check('the scorecard of the page shows every comparison of its outcomes', rows.length === wanted.length, `${rows.length} of ${wanted.length}`);
  check('the scorecard of the page agrees on levels, changes and ranges of all outcomes', wrong.length === 0, few(wrong.map((row) => JSON.stringify(row))));
}

// Breakdowns of the page are those of breakdown.csv, hidden cells hidden in both.
async function checkGroups(scenarios) {
  const ids = { Staff: 'staff', Leavers: 'leavers', Resignations: 'resignations', Promotions: 'promotions', 'Pay at year-end rates': 'pay', 'Empty places': 'empty_places',
    'Seats offered': 'seats_offered', 'Seats filled': 'seats_filled', 'Applicants per seat': 'applicants_per_seat', 'Mean skill': 'skill', 'Mean true performance': 'performance' };
  const rows = csvRows(join(folder, 'tables', 'breakdown.csv'));
  const key = (row) => [row.dimension, row.name_en, row.measure, row.verdict_year, row.scenario].join('|');
  const byKey = new Map(rows.map((row) => [key(row), row]));
  const shown = await withBrowser({}, async (context) => {
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    return tab.evaluate(() => {
      const english = (cell) => {
        const copy = cell.cloneNode(true);
        for (const part of copy.querySelectorAll('span[lang="zh"], small')) part.remove();
        return copy.textContent.trim();
      };
      return [...document.querySelectorAll('table.groups')].flatMap((table) => {
        const [, dimension, year] = table.dataset.csv.match(/^groups-(.*)-(\d+)$/);
        return [...table.tBodies].flatMap((body) => {
          const [head, ...rest] = body.rows;
          return rest.map((row) => {
            const [name, ...texts] = [...row.cells].map(english);
            return { dimension, year, measure: english(head.cells[0]), name, texts };
          });
        });
      });
    });
  });
  const wrong = shown.filter(({ dimension, year, measure, name, texts }) =>
    texts.some((text, index) => {
      const row = byKey.get(key({ dimension, name_en: name, measure: ids[measure], verdict_year: year, scenario: scenarios[index] }));
      if (!row) return true;
      return row.shown ? text !== row.shown || row.value !== '' : Math.abs(rounded(text) - Number(row.value)) > halfDigit(text);
    }),
  );
  check('there are breakdowns in the page', shown.length > 50);
  check('the breakdowns of the page are those of breakdown.csv', wrong.length === 0, few(wrong.map((row) => JSON.stringify(row))));
}

const marked = /(?<![▲▼△▽≈·?=])([▲▼△▽≈·?=–]) (?=[+\u2212.\d]|too rare|identical|not measured)/g;

// Rows of the tables of verdicts on the screen: the label, which may take several lines, and a text per policy.
function screenRows(screen) {
  const rows = [];
  let first = 0;
  let width = 0;
  let row = null;
  for (const line of screen.split('\n')) {
    if (/^2 At year/.test(line)) [first, width, row] = [first + width + 1, 0, null];
    if (first === 0 || /^ {2}decided by/.test(line)) {
      if (row) width = row.texts.length - 1;
      row = null;
      continue;
    }
    const marks = [...line.matchAll(marked)];
    if (marks.length > 0) {
      const texts = marks.map(({ index }, at) => line.slice(index, marks[at + 1]?.index).trim());
      row = { label: line.slice(0, marks[0].index).trim(), first, texts };
      rows.push(row);
    } else if (row && /^ {4}\S/.test(line)) {
      row.label += ` ${line.trim()}`;
    }
  }
  return rows;
}

// The screen shows the first verdict year: row by row the outcome's own marks and numbers.
function checkTerminal(cells, marks, data, scenarios) {
  const rows = screenRows(report('--format', 'table', '--lang', 'en'));
  const year = Math.min(...cells.map(({ verdict_year: each }) => each));
  const expected = cells.filter((cell) => cell.primary && cell.verdict_year === year);
  const labels = new Map(data.outcomes.map(({ id, label }) => [id, label.en]));
  const same = (text, number) => Math.abs(rounded(text.replace(/^([+\u2212]?)\./, '$10.')) - number) <= halfDigit(text);
  const wrong = expected.filter((cell) => {
    const label = labels.get(cell.outcome);
    const scenario = scenarios.indexOf(cell.scenario);
    const found = rows.filter((row) => row.label.startsWith(label) && /^(\*?(,|$))/.test(row.label.slice(label.length)) && scenario >= row.first && scenario < row.first + row.texts.length);
    if (found.length !== 1) return true;
    const text = found[0].texts[scenario - found[0].first];
    if (!text.startsWith(marks.get(cell.verdict))) return true;
    if (['identical', 'not_measured'].includes(cell.verdict)) return false;
    if (cell.verdict === 'too_rare') return !text.includes(`too rare ${cell.discordant}/`);
    const [, difference, , low, high] = text.match(/^\S+ (\S+)( \[(\S+),(\S+)\])?/);
    return !same(difference, cell.difference) || (low !== undefined && (!same(low, cell.low) || !same(high, cell.high)));
  });
  const shown = rows.reduce((sum, { texts }) => sum + texts.length, 0);
  check('the terminal shows every verdict of its year once', shown === expected.length, `${shown} instead of ${expected.length}`);
  check('the terminal says row by row what the comparison says', wrong.length === 0, few(wrong.map(keyOf)));
}

// [{ table, part, label, to, cells }] of the tables of portraits; cells without their ranges.
const portraitRows = (page) =>
  withBrowser({}, async (context) => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(0); // a slow machine is no defect of the page
    await tab.goto(pathToFileURL(page).href);
    return tab.evaluate(() =>
      [...document.querySelectorAll('table.portrait tbody')].flatMap((body) =>
        [...body.rows].slice(1).map((row) => ({
          table: body.parentElement.dataset.csv,
          part: body.dataset.part,
          to: Number(row.dataset.to),
          label: row.cells[0].textContent,
          cells: [...row.cells].slice(1).map((cell) => cell.firstChild.textContent.trim()),
        })),
      ),
    );
  });

const cellsOfStructure = 33;
// Place of the first cell of a part in a row of the store, and how far one is from the next.
const structureParts = { men: [0, 2], women: [1, 2], education: [18, 1], field: [22, 1], channel: [28, 1] };
const targetsOfLinks = 13;
const firstStage = 5;

async function checkPortraits(stored) {
  const rows = await portraitRows(page);
  const parts = ['structure', 'careers', 'chains'].map((part) => stored.scenarios.map((_, scenario) => stored.portraits(part, scenario)));
  const [structure, careers, chains] = parts;
  const total = (futures, at) => futures.reduce((sum, future) => sum + future[at], 0);
  const same = (text, number) => Math.abs(rounded(text) - number) <= halfDigit(text);
  const wrong = [];
  // "<5" hides a group that is too small, "*" what could give it away; `people` are those of the group.
  const hidden = (text, people) => (text === '*' ? people > 0 : text === '<5' && people > 0 && people < 5);
  const shown = (text, number, people) => same(text, number) && (people === 0 || people >= 5);
  const verify = (row, expected, people) => {
    const held = row.cells.slice(-stored.scenarios.length);
    const holds = (text, scenario) =>
      people ? hidden(text, people(scenario)) || shown(text, expected(scenario), people(scenario)) : same(text, expected(scenario));
    if (!held.every(holds)) wrong.push(`${row.table} ${row.part} ${row.label}: ${row.cells}`);
  };
  const seen = new Map();
  for (const row of rows) {
    const key = `${row.table} ${row.part}`;
    const at = seen.get(key) ?? 0;
    seen.set(key, at + 1);
    if (structureParts[row.part]) {
      const year = Number(row.table.split('-')[1]);
      const [first, step] = structureParts[row.part];
      const cell = year * cellsOfStructure + first + step * at;
      const isAge = step === 2;
      const people = (scenario) => total(structure[scenario], cell) / structure[scenario].length;
      verify(row, (scenario) => {
        const futures = structure[scenario];
        const staff = [...Array(18).keys()].reduce((sum, age) => sum + total(futures, year * cellsOfStructure + age), 0);
        return isAge ? total(futures, cell) / futures.length : (100 * total(futures, cell)) / staff;
      }, people);
    } else if (row.part.startsWith('from-')) {
      const link = Number(row.part.split('-')[1]) * targetsOfLinks + row.to - firstStage;
      verify(row, (scenario) => total(careers[scenario], link) / careers[scenario].length);
    } else if (row.part === 'lengths') {
      const links = Number.parseInt(row.label, 10);
      verify(row, (scenario) => total(chains[scenario], links - 1) / chains[scenario].length / stored.years);
    }
  }
  check('the report shows structure, careers and chains', rows.length > 150, String(rows.length));
  check('structure, careers and chains of the report are those of the store', wrong.length === 0, few(wrong));
}

// The page switched to another baseline says what a page made for that baseline says: changes, ranges or in how many
// futures it differs, marks and words. Policies change their letters there, and names stand for them.
async function checkSwitch() {
  const own = join(folder, 'own.html');
  const pages = await withBrowser({}, async (context) => {
    const read = async (file, baseline) => {
      const tab = await context.newPage();
      tab.setDefaultTimeout(0);
      await tab.goto(pathToFileURL(file).href);
      if (baseline) await tab.selectOption('select[name="baseline"]', baseline);
      const cells = await tab.evaluate(() => {
        const english = (part) => {
          const copy = part.cloneNode(true);
          for (const other of copy.querySelectorAll('span[lang="zh"], small, .tag')) other.remove();
          return copy.textContent.replace(/\s+/g, ' ').trim();
        };
        return [...document.querySelectorAll('table.scorecard')].flatMap((table) => {
          const heads = [...table.tHead.rows[0].cells].slice(2).map(english);
          return [...table.querySelectorAll('tr[data-outcome]')].flatMap((row) =>
            [...row.cells].slice(2).map((cell, at) => [table.dataset.csv, english(row.cells[0]), heads[at], english(cell)]),
          );
        });
      });
      await tab.close();
      return cells;
    };
    const options = ['1', '3'];
    const letters = options.map((option) => 'ABCD'[Number(option)]);
    const all = [];
    for (const [at, letter] of letters.entries()) {
      execFileSync(staffsim, ['report', store, '--quiet', '--baseline', letter, '--report', own], { encoding: 'utf8' });
      all.push({ letter, switched: await read(page, options[at]), made: await read(own) });
    }
    return all;
  });
  for (const { letter, switched, made } of pages) {
    const key = (cell) => cell.slice(0, 3).join(' | ');
    const expected = new Map(made.map((cell) => [key(cell), cell[3]]));
    const wrong = switched.filter((cell) => expected.get(key(cell)) !== cell[3]);
    check(`switched to ${letter} the page says what a page made against it says`, switched.length > 100 && wrong.length === 0, few(wrong.map((cell) => `${cell} instead of ${expected.get(key(cell))}`)));
    const texts = switched.map((cell) => cell[3]);
    check(`against ${letter} some comparisons are too rare, and none of them has a range`, texts.some((text) => text.startsWith('· ') && /differs in \d+ of 24 futures \[\d+–\d+ %\] too rare to tell$/.test(text)), few(texts));
    check(`against ${letter} every comparison that is exploratory has its mark`, texts.some((text) => /^○ .* exploratory$/.test(text)) && texts.every((text) => /^○/.test(text) === / exploratory$/.test(text)), few(texts));
  }
}

// A policy may be called anything; in the workbook it is only ever a name.
function checkNames() {
  const names = ['=1+1', '+SUM(A1)', '-2', '@x'];
  const file = join(folder, 'names.xlsx');
  const variants = names.map((name, index) => {
    const overlay = join(folder, `${index}.toml`);
    const text = `extends = "${small}"\nname = { en = "${name}", zh = "${name}" }\npay.township_allowance = 900\n`;
    writeFileSync(overlay, text);
    return overlay;
  });
  const words = ['compare', small, ...variants, '--replications', '2', '--years', '3', '--quiet', '--fresh', '--no-report'];
  execFileSync(staffsim, [...words, '--store', join(folder, 'names.staffsim'), '--xlsx', file], { encoding: 'utf8' });
  const book = readWorkbook(file);
  const shown = book.rows('Settings').flat();
  check('names that look like formulas stay text in the workbook', book.formulas === 0 && names.every((name, index) => shown.includes(`${'BCDE'[index]} ${name}`)));
}

try {
  const { comparisons: cells } = JSON.parse(report('--format', 'json'));
  const data = JSON.parse(readFileSync(page, 'utf8').match(/id="report-data">([\s\S]*?)<\/script>/)[1]);
  const words = new Map(Object.entries(data.verdicts).map(([name, { words: text }]) => [name, text.en]));
  const marks = new Map(Object.entries(data.verdicts).map(([name, { mark }]) => [name, mark]));
  const stored = new StoredValues(store);
  checkStore(cells, stored);
  checkRanges(cells, stored);
  checkCsv(cells);
  checkYearly(stored);
  const idOf = checkWorkbook(cells, words);
  await checkPage(cells, words, idOf);
  await checkScorecard(cells, words, stored.scenarios, data);
  await checkFans(stored.scenarios, data);
  await checkSwitch();
  await checkPortraits(stored);
  await checkGroups(stored.scenarios);
  checkTerminal(cells, marks, data, stored.scenarios);
  checkNames();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
