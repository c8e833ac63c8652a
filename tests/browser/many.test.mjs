// The page of a comparison of seven and of thirteen scenarios, in a browser.   node many.test.mjs PROGRAM COUNTY_FOLDER
// Whatever the number of policies: numbers stay whole, cells keep to their own place, every cell tells its policy, and no
// letter of a cost chart stands by another policy's point. Prints one line per check and ends with 1 when one failed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';
import { horizontalOverflow, lettersAstray, numbersBroken, tablesOverTheirBox, textsOfCellsOverlapping, textsOverlapping } from './checks.mjs';

const [program, county] = process.argv.slice(2).map((word) => resolve(word));
const folder = mkdtempSync(join(tmpdir(), 'staffsim-many-'));
let failures = 0;

function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

const few = (list) => list.slice(0, 6).join(' / ');

function writePage(variants) {
  cpSync(county, folder, { recursive: true });
  const names = ['Competition for middle posts', '补贴', 'Allowance'];
  const policies = Array.from({ length: variants }, (_, at) =>
    `${names[at % 3]} ${450 + 50 * at}: pay.township_allowance=${450 + 50 * at}`);
  const page = `many${variants}.html`;
  const words = ['compare', 'baseline.toml', ...policies, '--years', '3', '--replications', '20'];
  execFileSync(program, [...words, '--report', page, '--store', `${page}.staffsim`, '--quiet'], { cwd: folder });
  return pathToFileURL(join(folder, page)).href;
}

async function checkAt(context, address, variants, width, media) {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details.fold, #cost details')) fold.open = true;
  });
  for (const lang of ['en', 'zh']) {
    await page.emulateMedia({ media: 'screen' }); // the choice is not printed
    await page.check(`input[name="lang"][value="${lang}"]`, { force: true });
    await page.emulateMedia({ media });
    await page.waitForTimeout(200);
    const at = `with ${variants} policies, ${media} of ${width} pixels, ${lang}`;
    check(`nothing is wider than the page ${at}`, (await page.evaluate(horizontalOverflow)) <= 0);
    const broken = await page.evaluate(numbersBroken);
    check(`no number is broken ${at}`, broken.length === 0, few(broken));
    const over = await page.evaluate(textsOfCellsOverlapping);
    check(`no cell is written over another ${at}`, over.length === 0, few(over));
    const wide = media === 'print' ? await page.evaluate(tablesOverTheirBox) : [];
    check(`no table is wider than its place ${at}`, wide.length === 0, few(wide));
    const charts = await page.evaluate(textsOverlapping);
    check(`no texts of a chart lie over each other ${at}`, charts.length === 0, few(charts));
    const astray = await page.evaluate(lettersAstray);
    check(`letters stand by their own points ${at}`, astray.length === 0, few(astray));
  }
  await page.close();
}

try {
  for (const variants of [6, 12]) {
    const address = writePage(variants);
    await withBrowser({}, async (context) => {
      for (const width of [1400, 420]) await checkAt(context, address, variants, width, 'screen');
      await checkAt(context, address, variants, 760, 'print');
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
