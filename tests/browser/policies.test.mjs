// Which policies the report page compares: another baseline, another policy in portraits.   node policies.test.mjs <page.html>
import { withBrowser } from './browser.mjs';
import { choose, open, openEverything, settled } from './page.mjs';
import { check, few, finish } from './tally.mjs';

// Another baseline is exploratory everywhere; the declared one brings the page back to the letter.
async function checkBaselines(context) {
  const { page, log } = await open(context);
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
    check(`against baseline ${value} everything is exploratory`, shown.length > 0 && shown.every((word) => word === 'exploratory'), few(shown));
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
  check('choosing a baseline complains about nothing', log.complaints.length === 0, few(log.complaints));
  await page.close();
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

await withBrowser({}, async (context) => {
  await checkBaselines(context);
  await checkPortraits(context);
});
finish();
