// The report page in a browser.   node report.test.mjs <page.html>
// Prints one line per check, "ok" or "not ok", and ends with 1 when a check failed.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';
import {
  cellsCut,
  chartLabels,
  horizontalOverflow,
  tablesOverTheirBox,
  textsOutsideCharts,
  textsOverlapping,
  visibleText,
} from './checks.mjs';

const file = resolve(process.argv[2] ?? '');
const address = pathToFileURL(file).href;
let failures = 0;

function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

const few = (list) => list.slice(0, 6).join(' / ');

// Opens the page and keeps what it asked for and complained about.
async function open(context, options = {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(0); // a slow machine is no defect of the page
  const log = { requests: [], complaints: [] };
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) log.requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) log.complaints.push(message.text());
  });
  page.on('pageerror', (error) => log.complaints.push(String(error)));
  await page.setViewportSize({ width: options.width ?? 1400, height: 900 });
  await page.goto(address);
  return { page, log };
}

const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const choose = async (page, name, value) => {
  await page.check(`input[name="${name}"][value="${value}"]`, { force: true });
  await settled(page);
};

async function openEverything(page) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await settled(page);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Rules of accessibility, by a library; what it calls serious or critical is a failure.
async function checkAccessibility(context) {
  const { page } = await open(context);
  await openEverything(page);
  await page.evaluate(axe);
  for (const [lang, theme] of [['en', 'light'], ['zh', 'dark']]) {
    await choose(page, 'lang', lang);
    await choose(page, 'theme', theme);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    check(`the page is held against rules of accessibility in ${lang}`, found.passes.length > 15);
    const serious = found.violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
    const told = serious.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary}`);
    check(`no serious finding of accessibility in ${lang}, ${theme}`, serious.length === 0, few(told));
  }
  await page.close();
}

async function checkWidths(context) {
  for (const width of [1400, 760, 420]) {
    const { page } = await open(context, { width });
    await openEverything(page);
    for (const lang of ['en', 'zh']) {
      await choose(page, 'lang', lang);
      const at = `at ${width} pixels in ${lang}`;
      check(`the page does not scroll sideways ${at}`, (await page.evaluate(horizontalOverflow)) <= 0);
      const outside = await page.evaluate(textsOutsideCharts);
      check(`no text leaves its chart ${at}`, outside.length === 0, few(outside));
      const over = await page.evaluate(textsOverlapping);
      check(`no texts of a chart lie over each other ${at}`, over.length === 0, few(over));
      const cut = await page.evaluate(cellsCut);
      check(`no table cell is cut ${at}`, cut.length === 0, few(cut));
    }
    await page.close();
  }
}

async function checkChoices(context) {
  const { page, log } = await open(context);
  const charts = await page.evaluate(chartLabels);
  check('there are charts', charts.length > 0);
  check(
    'every chart has a written label without NaN',
    charts.every((label) => label.length > 20 && !/NaN|undefined|null/.test(label)),
  );

  await choose(page, 'lang', 'zh');
  const chinese = await page.evaluate(visibleText);
  check('the language switches to Chinese', chinese.includes('结论摘要') && !chinese.includes('The answer in brief'));
  check(
    'chart labels follow the language',
    (await page.evaluate(chartLabels)).every((label) => /[\u4E00-\u9FFF]/.test(label)),
  );
  const listed = await page.evaluate(() => {
    const { scenarios } = JSON.parse(document.getElementById('report-data').textContent);
    const options = [...document.querySelectorAll('select[name="baseline"] option')];
    return options.every((option, at) => option.textContent === `${scenarios[at].letter} ${scenarios[at].name.zh}`);
  });
  check('the list of baselines follows the language', listed);
  await choose(page, 'lang', 'en');
  const english = await page.evaluate(visibleText);
  check(
    'the language switches back to English',
    english.includes('The answer in brief') && !english.includes('结论摘要'),
  );

  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await choose(page, 'theme', 'light');
  const light = await paper();
  await choose(page, 'theme', 'dark');
  check('the theme switches', light !== (await paper()));
  await choose(page, 'theme', 'light');

  await checkYears(page);
  await checkBaselines(page);
  await checkTips(page);
  await checkFolded(page);
  await checkKeyboard(page);
  await checkDownloads(page);
  check(
    'nothing is requested from anywhere',
    log.requests.filter((url) => !url.startsWith('blob:')).length === 0,
    few(log.requests),
  );
  check('nothing is complained about in the console', log.complaints.length === 0, few(log.complaints));
  await page.close();
}

async function checkYears(page) {
  const years = await page.$$eval('input[name="year"]', (inputs) => inputs.map((input) => input.value));
  for (const year of years) {
    await choose(page, 'year', year);
    const shown = await page.$$eval('[data-year]', (parts) =>
      parts.filter((part) => !part.hidden).map((part) => part.dataset.year),
    );
    check(`only year ${year} is shown when it is chosen`, shown.length > 0 && shown.every((each) => each === year));
  }
}

// Structure, careers, lives and chains: charts, tables with a file to save, and the policy that is shown.
async function checkPortraits(context) {
  const { page, log } = await open(context);
  await openEverything(page);
  for (const [id, charts, tables] of [
    ['structure', 5, 4],
    ['careers', 2, 1],
    ['lives', 3, 3],
    ['chains', 3, 1],
  ]) {
    const found = await page.$eval(`#${id}`, (section) => ({
      charts: section.querySelectorAll('.chart svg').length,
      tables: section.querySelectorAll('table[data-csv]').length,
      buttons: [...section.querySelectorAll('.tools button')].filter((button) => button.textContent === 'CSV').length,
    }));
    check(`section ${id} has its charts`, found.charts >= charts, JSON.stringify(found));
    check(`section ${id} has its tables, each to be saved`, found.tables >= tables && found.buttons === found.tables, JSON.stringify(found));
  }
  const shown = () =>
    page.evaluate(() => ({
      careers: document.querySelector('[data-chart="careers-variant"]').getAttribute('aria-label'),
      chains: [...document.querySelectorAll('.chain[data-variant]')].filter((part) => !part.hidden).map((part) => part.dataset.variant),
      chosen: [...document.querySelectorAll('input[data-variant-choice]:checked')].map((input) => input.value),
    }));
  const before = await shown();
  await choose(page, 'variant-careers', '2');
  const after = await shown();
  check('another policy can be chosen for careers', before.careers !== after.careers);
  check('the choice of a policy holds in all sections', after.chosen.length === 3 && after.chosen.every((value) => value === '2') && after.chains.join() === '2', JSON.stringify(after));
  check('choosing a policy complains about nothing', log.complaints.length === 0, few(log.complaints));
  check('lives say that they are examples', (await page.locator('#lives').innerText()).includes('Examples, not statistics'));
  await page.close();
}

// Another baseline has no verdicts; the declared one brings the page back to the letter.
async function checkBaselines(page) {
  const options = await page.$$eval('select[name="baseline"] option', (all) => all.map(({ value }) => value));
  if (options.length === 0) return;
  const read = () =>
    page.evaluate(() => ['#scorecard', '#changes', '#development', '#cost', '#structure'].map((id) => document.querySelector(id).innerText).join('\n'));
  const first = await read();
  for (const value of options.slice(1)) {
    await page.selectOption('select[name="baseline"]', value);
    await settled(page);
    const said = await page.$$eval('table.judged .word span[lang="en"]', (words) => words.map((word) => word.textContent.trim()));
    const shown = said.filter((word) => word !== '');
    const unjudged = ['exploratory', 'identical', 'too rare to tell', 'not measured'];
    check(`against baseline ${value} nothing has a verdict`, shown.includes('exploratory') && shown.every((word) => unjudged.includes(word)), few(shown));
    const numbers = await page.$$eval('table.scorecard td.cell b', (all) => all.map((b) => b.textContent));
    check(`against baseline ${value} every change is a number`, numbers.every((text) => /^[+\u2212]?[\d,]*\.?\d+$|^–$/.test(text)), few(numbers.filter((text) => !/\d/.test(text))));
  }
  const last = options.at(-1);
  const drawn = await page.evaluate(() => {
    const letters = (root) => root.querySelector('.tag')?.textContent;
    const english = (cell) => [...cell.childNodes].filter((node) => !(node.lang === 'zh')).map((node) => node.textContent).join('');
    const costs = document.querySelector('#cost .fan');
    const { outcome } = costs.dataset;
    const year = [...costs.querySelectorAll('[data-year]')].find((part) => !part.hidden).dataset.year;
    const forest = document.querySelector(`table[data-csv="changes-${year}"] tbody[data-outcome="${outcome}"]`);
    const rowsOf = (rows, at) => [...rows].filter((row) => row.cells.length > 3).map((row) => `${letters(row)} ${english(row.cells[at]).split(' ')[0]}`);
    return {
      costs: rowsOf(costs.querySelector(`[data-year="${year}"] tbody`).rows, 2),
      forest: rowsOf(forest.rows, 3),
      said: [...document.querySelectorAll('[data-baseline-name] .tag')].map((part) => part.textContent),
      stays: [...document.querySelectorAll('#answer [data-undeclared]')].every((part) => !part.hidden),
    };
  });
  const letter = String.fromCharCode('A'.charCodeAt(0) + Number(last));
  check('costs follow the baseline with the numbers of the forest', drawn.costs.length > 1 && drawn.costs.join() === drawn.forest.join(), JSON.stringify(drawn));
  check('fans and costs name the baseline', drawn.said.length > 2 && drawn.said.every((text) => text === letter), drawn.said.join());
  check('the answer says that it stays with the declared baseline', drawn.stays);
  await page.selectOption('select[name="baseline"]', options[0]);
  await settled(page);
  check('the declared baseline brings the page back', (await read()) === first);
}

async function checkTips(page) {
  const chart = page.locator('#development details.fan[open] .chart').first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  for (const step of [0, 3, 6]) await page.mouse.move(box.x + box.width / 8 + step, box.y + 80);
  await page.waitForTimeout(200);
  const tip = await chart.locator('.tip').innerText({ timeout: 5000 }).catch(() => '');
  check('pointing at a chart tells its numbers', /20\d\d/.test(tip) && /\d … /.test(tip), tip);
  await page.mouse.move(0, 0);
}

// A chart in a closed fold is drawn when it is opened, in the language chosen by then.
async function checkFolded(page) {
  const fan = page.locator('#development details.fan:not([open])').first();
  const outcome = await fan.getAttribute('data-outcome');
  const chart = page.locator(`#development details.fan[data-outcome="${outcome}"] .chart`);
  check('a chart in a closed fold is not drawn', (await chart.locator('svg').count()) === 0);
  const reopened = async (lang) => {
    await page.$eval(`#development details.fan[data-outcome="${outcome}"]`, (fold) => {
      fold.closest('.goal').open = true;
      fold.open = !fold.open;
    });
    await choose(page, 'lang', lang);
    await settled(page);
  };
  await reopened('en');
  check('it is drawn when the fold is opened', (await chart.locator('svg').count()) === 1);
  await reopened('zh');
  await reopened('zh');
  check('opened again, it is in the language chosen meanwhile', /[\u4E00-\u9FFF]/.test(await chart.getAttribute('aria-label')));
  await reopened('en');
}

async function checkKeyboard(page) {
  await page.focus('input[name="lang"][value="en"]');
  await page.keyboard.press('ArrowRight');
  check(
    'the language can be chosen by key',
    (await page.evaluate(() => document.documentElement.dataset.lang)) === 'zh',
  );
  await page.keyboard.press('ArrowLeft');
  const fold = page.locator('details.fan:not([open]) > summary').first();
  if (await fold.count()) {
    const outcome = await fold.evaluate((summary) => summary.parentElement.dataset.outcome);
    await fold.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const drawn = await page.locator(`details.fan[data-outcome="${outcome}"] svg`).count();
    check('a folded chart can be opened by key and is then drawn', drawn > 0);
  }
}

async function checkDownloads(page) {
  for (const [kind, start] of [
    ['SVG', '<svg'],
    ['CSV', '\uFEFF'],
  ]) {
    const waiting = page.waitForEvent('download');
    await page.locator('.tools button:visible', { hasText: kind }).first().click();
    const download = await waiting;
    const text = readFileSync(await download.path(), 'utf8');
    check(`a ${kind} file can be saved`, text.startsWith(start) && !/NaN|undefined/.test(text));
  }
}

async function checkPaper(context) {
  const { page, log } = await open(context);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  check('the page prints to A4', pdf.length > 20000 && pdf.subarray(0, 5).toString() === '%PDF-');
  await checkDarkPaper(page);
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  const heights = await page.$$eval('.chart svg', (all) =>
    all
      .map((svg) => svg.getBoundingClientRect())
      .filter((box) => box.width > 0)
      .map((box) => [box.right, box.height]),
  );
  check(
    'no chart is wider than the paper or taller than a page',
    heights.length > 0 && heights.every(([right, height]) => right <= 688 && height < 960),
    JSON.stringify(heights),
  );
  const wide = await page.evaluate(tablesOverTheirBox);
  check('no table on paper is wider than its place', wide.length === 0, few(wide));
  check(
    'tables stand open on paper',
    (await page.$$eval('details.fold:not([open])', (folds) => folds.filter((fold) => fold.offsetHeight > 0).length)) ===
      0,
  );
  const scorecards = await page.$$eval('#scorecard [data-year]', (all) => all.map((part) => part.offsetHeight > 0));
  check('the scorecard of every verdict year is printed', scorecards.length > 0 && scorecards.every(Boolean), JSON.stringify(scorecards));
  check('the bar is not printed', await page.$eval('.bar', (bar) => bar.offsetHeight === 0));
  check('printing complains about nothing', log.complaints.length === 0, few(log.complaints));
  await page.close();
}

// A page read in dark colours is printed in light ones.
async function checkDarkPaper(page) {
  const ink = () => page.$eval('.chart svg text', (text) => text.getAttribute('fill'));
  await choose(page, 'theme', 'light');
  const light = await ink();
  await choose(page, 'theme', 'dark');
  const dark = await ink();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  check('charts are printed in light colours', dark !== light && (await ink()) === light);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  check('charts are dark again after printing', (await ink()) === dark);
}

async function checkWithoutScripts() {
  await withBrowser({ javaScriptEnabled: false }, async (context) => {
    for (const width of [1400, 420]) {
      const { page, log } = await open(context, { width });
      const text = await page.locator('body').innerText();
      check(
        `without scripts the answer can be read at ${width}`,
        /The answer in brief|结论摘要/.test(text) && (await page.locator('.answer li').count()) > 0,
      );
      const hidden = await page
        .locator('table')
        .evaluateAll(
          (tables) => tables.filter((table) => !table.checkVisibility({ contentVisibilityAuto: true })).length,
        );
      check(`without scripts every table is shown at ${width}`, hidden === 0, String(hidden));
      check(
        `without scripts the page does not scroll sideways at ${width}`,
        (await page.evaluate(horizontalOverflow)) <= 0,
      );
      check(`without scripts nothing is requested at ${width}`, log.requests.length === 0, few(log.requests));
      await page.close();
    }
  });
}

check('the file is smaller than 2.5 MB', statSync(file).size < 2.5e6, String(statSync(file).size));
await withBrowser({ acceptDownloads: true }, async (context) => {
  await checkChoices(context);
  await checkPortraits(context);
  await checkWidths(context);
  await checkPaper(context);
  await checkAccessibility(context);
});
await checkWithoutScripts();
console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
