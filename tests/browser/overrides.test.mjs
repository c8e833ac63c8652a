// The page of a comparison under a context, in a browser.   node overrides.test.mjs PROGRAM COUNTY_FOLDER
// Section 0 names what was put on top of every scenario's files, above the baseline, in both languages and on a narrow
// screen. Prints one line per check and ends with 1 when a check failed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';
import { horizontalOverflow } from './checks.mjs';

const [program, county] = process.argv.slice(2).map((word) => resolve(word));
const folder = mkdtempSync(join(tmpdir(), 'staffsim-overrides-'));
let failures = 0;

function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

function writePage() {
  cpSync(county, folder, { recursive: true });
  writeFileSync(join(folder, 'hard.toml'), '[leaving]\ndeath = 0.01\n');
  const words = ['compare', 'baseline.toml', 'salary.toml', '--context', 'hard.toml', '--years', '3'];
  execFileSync(program, [...words, '--replications', '3', '--quiet'], { cwd: folder });
  return pathToFileURL(join(folder, 'compare.html')).href;
}

const shown = (page) => page.evaluate(() => document.querySelector('#compared tbody.overrides')?.innerText ?? '');
const isFirst = (page) =>
  page.evaluate(() => document.querySelector('#compared table.settings tbody')?.className === 'overrides');

async function checkAt(context, address, width) {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  const english = await shown(page);
  check(`${width}: the context is named`, english.includes('context hard.toml'), english);
  check(`${width}: its change is listed`, /0\.0015 → 0\.01 per year/.test(english), english);
  check(`${width}: it stands above the baseline`, await isFirst(page));
  const over = await page.evaluate(horizontalOverflow);
  check(`${width}: nothing is wider than the screen`, over <= 0, String(over));
  await page.evaluate(() => document.documentElement.setAttribute('data-lang', 'zh'));
  const chinese = await shown(page);
  check(`${width}: in Chinese, too`, chinese.includes('情境文件 hard.toml') && !chinese.includes('On top'), chinese);
  await page.close();
}

try {
  const address = writePage();
  await withBrowser({}, async (context) => {
    for (const width of [1400, 420]) await checkAt(context, address, width);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);
