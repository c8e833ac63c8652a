// What the page says of changes: percentage points, the years a number covers, and no range where it is not trusted.
//   node words.test.mjs <page.html>
// Prints one line per check, "ok" or "not ok", and ends with 1 when a check failed.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';

const address = pathToFileURL(resolve(process.argv[2] ?? '')).href;
let failures = 0;

function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

// Small print of an outcome in the scorecard of the first year, as the style sheet completes it.
function smallPrint() {
  const table = document.querySelector('table.scorecard');
  return [...table.querySelectorAll('tr[data-outcome] th small')].map((small) => ({
    unit: small.querySelector('span[lang="en"]').textContent,
    said: [...small.querySelectorAll('i')].map((part) => getComputedStyle(part, '::before').content).join(' '),
  }));
}

// Of every change in the charts: what the screen reader is told.
const toldChanges = () =>
  [...document.querySelectorAll('#changes [aria-label]')].flatMap((chart) => chart.getAttribute('aria-label').split('; '));

// Cells of the scorecard whose words reach into the next column.
function wideCells() {
  return [...document.querySelectorAll('table.scorecard .range.rare')]
    .filter((part) => part.getClientRects().length > 0)
    .filter((part) => part.getBoundingClientRect().right > part.closest('td').getBoundingClientRect().right + 1)
    .map((part) => part.textContent);
}

await withBrowser({}, async (context) => {
  const tab = await context.newPage();
  tab.setDefaultTimeout(0); // a slow machine is no defect of the page
  for (const width of [1400, 420]) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.goto(address);
    const outcomes = await tab.evaluate(smallPrint);
    const shares = outcomes.filter(({ unit }) => unit.startsWith('%'));
    check(`shares change by percentage points at ${width}`, shares.length > 0 && shares.every(({ said }) => said.includes('percentage points')));
    check(`only shares do at ${width}`, outcomes.every(({ unit, said }) => unit.startsWith('%') || !said.includes('percentage points')));
    check(`the years that are put together are said at ${width}`, outcomes.some(({ said }) => /over years 1–"? ?"?\d|over years 1–.*\d/.test(said)), JSON.stringify(outcomes.slice(0, 6)));
    check(`words of rare events stay in their column at ${width}`, (await tab.evaluate(wideCells)).length === 0, String(await tab.evaluate(wideCells)));
    const told = await tab.evaluate(toldChanges);
    const rare = told.filter((one) => one.endsWith('too rare to tell'));
    check(`charts give no range of what is too rare at ${width}`, rare.length > 0 && rare.every((one) => !one.includes('[')), rare[0]);
    check(`charts give the range of everything else at ${width}`, told.some((one) => one.endsWith('practically the same') && one.includes('[')));
  }
});

console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
process.exitCode = failures === 0 ? 0 : 1;
