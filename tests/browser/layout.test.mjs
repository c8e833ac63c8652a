// The report page on screens and on paper, for those who cannot see it well, and without scripts.   node layout.test.mjs <page.html>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withBrowser } from './browser.mjs';
import { cellsCut, horizontalOverflow, textsOutsideCharts, textsOverlapping } from './checks.mjs';
import { choose, open, openEverything, settled } from './page.mjs';
import { check, few, finish } from './tally.mjs';

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
  check(
    'tables stand open on paper',
    (await page.$$eval('details.fold:not([open])', (folds) => folds.filter((fold) => fold.offsetHeight > 0).length)) ===
      0,
  );
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

await withBrowser({}, async (context) => {
  await checkWidths(context);
  await checkPaper(context);
  await checkAccessibility(context);
});
await checkWithoutScripts();
finish();
