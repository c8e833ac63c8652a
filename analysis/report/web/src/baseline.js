// The baseline switch: scorecard, forest, costs and their tables against another policy, and the policy that fans and
// pyramids are held against, without reloading. Sections that cannot follow say so. Every comparison
// was computed when the page was made. Only those with the declared baseline have verdicts; the others are exploratory
// and say so, or that nothing differs, or in too few futures. What the page said first comes back when its baseline is
// chosen again.
import { redrawCharts } from './chart.js';
import { changeOf, chosen, data } from './data.js';
import { plain } from './numbers.js';

const first = new Map(); // what a part of the page held at first

function restore() {
  for (const [part, { html, className, letter }] of first) {
    part.innerHTML = html;
    part.className = className;
    if (letter) part.dataset.s = letter;
  }
  first.clear();
}

function fill(part, className, ...content) {
  if (!first.has(part)) first.set(part, { html: part.innerHTML, className: part.className, letter: part.dataset.s });
  part.className = className;
  part.replaceChildren(...content);
}

const element = (name, className, ...content) => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...content);
  return made;
};
const both = ({ en, zh }) => {
  const [english, chinese] = [element('span', '', en), element('span', '', zh)];
  english.lang = 'en';
  chinese.lang = 'zh';
  return [english, chinese];
};
const tag = (scenario) => element('span', 'tag', data.scenarios[scenario].letter);
const named = (scenario) => [tag(scenario), ' ', ...both(data.scenarios[scenario].name)];

const costIndex = data.outcomes.findIndex(({ id }) => id === 'total_cost');
const others = () => data.scenarios.map((_, index) => index).filter((index) => index !== chosen.baseline);

function levelOf(outcome, scenario, year) {
  const counts = data.between[outcome]?.levels[data.verdictYears.indexOf(year)];
  return plain(counts?.[scenario], data.outcomes[outcome].decimals);
}

function fillScorecard(table) {
  const year = Number(table.closest('[data-year]').dataset.year);
  const heads = table.tHead.rows[0].cells;
  fill(heads[1], heads[1].className, tag(chosen.baseline), ' ', ...both({ en: 'level', zh: '水平' }));
  others().forEach((scenario, index) => fill(heads[2 + index], heads[2 + index].className, ...named(scenario)));
  for (const row of table.querySelectorAll('tr[data-outcome]')) {
    const outcome = Number(row.dataset.outcome);
    fill(row.cells[1], row.cells[1].className, levelOf(outcome, chosen.baseline, year));
    row.cells[1].dataset.s = data.scenarios[chosen.baseline].letter;
    others().forEach((scenario, index) => {
      const change = changeOf(outcome, scenario, year);
      fill(row.cells[2 + index], 'cell', ...(change ? figures(change, row) : ['–']));
      row.cells[2 + index].dataset.s = data.scenarios[scenario].letter;
    });
  }
}

function figures(change, row) {
  const figure = element('b', '', change.differenceText);
  const range = change.rare ? element('span', 'range rare', ...both(change.rare)) : element('span', 'range', change.rangeText);
  if (!row.closest('table').classList.contains('judged')) return [figure, ' ', range];
  const { mark, words } = data.verdicts[change.verdict];
  return [element('span', 'mark', mark), ' ', figure, ' ', range, ' ', element('span', 'word', ...both(words))];
}

// The table under the forest: one group of rows per outcome.
function fillChanges(table) {
  const year = Number(table.closest('[data-year]').dataset.year);
  for (const group of table.tBodies) {
    const outcome = Number(group.dataset.outcome);
    const rows = [...group.rows].filter((row) => !row.classList.contains('aim'));
    others().forEach((scenario, index) => {
      const change = changeOf(outcome, scenario, year);
      const { cells } = rows[index];
      fill(cells[0], '', tag(scenario), ' ', element('span', 'long', ...both(data.scenarios[scenario].name)));
      const texts = [
        levelOf(outcome, chosen.baseline, year),
        levelOf(outcome, scenario, year),
        change?.differenceText ?? '–',
        change?.rangeText ?? '–',
      ];
      texts.forEach((text, at) => fill(cells[at + 1], 'num', text));
      if (change?.rare) fill(cells[4], 'num', element('span', 'rare', ...both(change.rare)));
      const { mark, words } = data.verdicts[change?.verdict ?? 'exploratory'];
      fill(cells[5], '', `${mark} `, ...both(words));
      for (const cell of [cells[6], cells[7]]) fill(cell, 'num', '–');
    });
  }
}

const rangeOf = (change) => (change?.rare ? both(change.rare) : [change?.rangeText ?? '']);

// Which policy another one beats on both counts was told of the declared ranges only.
function fillCosts(table) {
  const year = Number(table.closest('[data-year]').dataset.year);
  const outcome = Number(table.closest('[data-outcome]').dataset.outcome);
  others().forEach((scenario, index) => {
    const { cells } = table.tBodies[0].rows[index];
    fill(cells[0], '', tag(scenario), ' ', element('span', 'long', ...both(data.scenarios[scenario].name)));
    [changeOf(costIndex, scenario, year), changeOf(outcome, scenario, year)].forEach((change, at) =>
      fill(cells[at + 1], 'num', change?.differenceText ?? '–', ' ', element('small', '', ...rangeOf(change))),
    );
    fill(cells[3], '', '–');
  });
}

function choose(baseline) {
  restore();
  chosen.baseline = baseline;
  for (const note of document.querySelectorAll('[data-undeclared]')) {
    note.hidden = baseline === 0;
    note.querySelector('.which')?.replaceChildren(...named(baseline));
  }
  for (const note of document.querySelectorAll('[data-declared]')) note.hidden = baseline !== 0;
  if (baseline === 0) return;
  for (const name of document.querySelectorAll('[data-baseline-name]')) fill(name, '', ...named(baseline));
  for (const letter of document.querySelectorAll('[data-baseline-letter]')) fill(letter, '', data.scenarios[baseline].letter);
  for (const key of document.querySelectorAll('#changes .key'))
    fill(key, 'key', ...others().flatMap((scenario) => [element('span', '', ...named(scenario)), ' ']));
  for (const table of document.querySelectorAll('table.scorecard')) fillScorecard(table);
  for (const table of document.querySelectorAll('table.changes')) fillChanges(table);
  for (const table of document.querySelectorAll('table.costs')) fillCosts(table);
}

export function startBaseline() {
  for (const select of document.querySelectorAll('select[name="baseline"]')) {
    select.value = '0'; // browsers restore an earlier choice on reload
    select.addEventListener('change', () => {
      choose(Number(select.value));
      for (const other of document.querySelectorAll('select[name="baseline"]')) other.value = select.value;
      redrawCharts();
    });
  }
}
