// The page of a comparison with a pilot, in a browser.   node pilot.test.mjs PROGRAM COUNTY_FOLDER
// The table of pilot and other townships beside the scorecard: both languages, the year that is chosen, narrow screens,
// and that it stays with the declared baseline and says so. Prints one line per check and ends with 1 when one failed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';
import { cellsCut, horizontalOverflow, tablesOverTheirBox } from './checks.mjs';

const [program, county] = process.argv.slice(2).map((word) => resolve(word));
const folder = mkdtempSync(join(tmpdir(), 'staffsim-pilot-'));
let failures = 0;

function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

function writePage() {
  cpSync(county, folder, { recursive: true });
  writeFileSync(join(folder, 'pilot.toml'), 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 5000\nunits = ["T01"]\n');
  const words = ['compare', 'baseline.toml', 'pilot.toml', 'salary.toml', '--replications', '30', '--quiet'];
  execFileSync(program, words, { cwd: folder });
  return pathToFileURL(join(folder, 'compare.html')).href;
}

// Tables with verdicts that are seen: what they say, row by row.
const seen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('table.pilots.judged')]
      .filter((table) => table.checkVisibility())
      .map((table) => [...table.rows].map((row) => row.innerText.replace(/\s+/g, ' ').trim())),
  );
const complaints = (tables) => tables[0].find((row) => row.startsWith('Complaints')) ?? '';

async function checkAt(context, address, width) {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  const first = await seen(page);
  check(`${width}: one pilot, one table`, first.length === 1, String(first.length));
  check(`${width}: a row for every outcome with verdicts that is counted by township`, first[0].length === 1 + 8, String(first[0].length));
  check(`${width}: its heads name both parts`, /this township.*the other 2 townships/i.test(first[0][0]), first[0][0]);
  check(`${width}: what is real in the pilot is told with its range`, /−\d.*\[−.*, −.*\]/.test(complaints(first)), complaints(first));
  for (const [what, found] of Object.entries({
    'nothing is wider than the screen': [await page.evaluate(horizontalOverflow)].filter((over) => over > 0),
    'no cell is cut': await page.evaluate(cellsCut),
    'no table is wider than its box': await page.evaluate(tablesOverTheirBox),
  }))
    check(`${width}: ${what}`, found.length === 0, String(found));

  await page.check('input[name="year"][value="6"]', { force: true });
  const later = await seen(page);
  check(`${width}: another year has other numbers`, later.length === 1 && complaints(later) !== complaints(first), complaints(later));
  const note = () => page.locator('#scorecard [data-year="6"] p[data-undeclared]').isVisible();
  check(`${width}: nothing is said of another baseline`, !(await note()));
  await page.selectOption('select[name="baseline"]', '2');
  check(`${width}: with another baseline the table stays and says so`, (await note()) && complaints(await seen(page)) === complaints(later));
  await page.selectOption('select[name="baseline"]', '0');

  await page.check('input[name="lang"][value="zh"]', { force: true });
  const chinese = (await seen(page))[0].join(' ');
  check(`${width}: in Chinese, too`, chinese.includes('其余 2 个乡镇') && chinese.includes('群众投诉') && !chinese.includes('Complaints'), chinese);
  await page.close();
}

async function checkOnPaper(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.setViewportSize({ width: 688, height: 900 }); // A4 less its margins
  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
  const tables = await seen(page);
  check('paper: the table of every verdict year is there', tables.length === 2, String(tables.length));
  const over = await page.evaluate(tablesOverTheirBox);
  check('paper: no table is wider than its box', over.length === 0, String(over));
  await page.close();
}

try {
  const address = writePage();
  await withBrowser({}, async (context) => {
    for (const width of [1400, 420]) await checkAt(context, address, width);
    await checkOnPaper(context, address);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
