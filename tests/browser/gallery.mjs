// The gallery: a report and a picture of each of its main parts, small enough for a README.
//   node gallery.mjs <page.html> <folder>
// Fails when a part is missing or a picture is not small.
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';

const page_path = resolve(process.argv[2]);
const folder = resolve(process.argv[3]);
mkdirSync(folder, { recursive: true });

const most_bytes = 256 * 1024;
const width = 960;
const parts = [
  { id: 'answer', says: 'The answer in brief' },
  { id: 'scorecard', says: 'Which policy does better, on what?', most: 900 },
  { id: 'changes', says: 'What really changes?', most: 900 },
  { id: 'development', says: 'How does it develop?', most: 900 },
  { id: 'structure', says: 'Who will be there?', most: 900 },
  { id: 'careers', says: 'Where do careers lead?', most: 900 },
  { id: 'lives', says: 'What happens to one person?', most: 900 },
  { id: 'chains', says: 'What does one vacancy set off?', most: 900 },
];

async function picture(page, { id, most }) {
  const section = page.locator(`section#${id}`);
  if ((await section.count()) !== 1) throw new Error(`the report has no part "${id}"`);
  await section.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const box = await section.boundingBox();
  const height = Math.min(box.height, most ?? box.height);
  const scroll = await page.evaluate(() => window.scrollY);
  const path = join(folder, `${id}.png`);
  await page.screenshot({ path, fullPage: true, clip: { x: box.x, y: box.y + scroll, width: box.width, height } });
  const bytes = statSync(path).size;
  if (bytes > most_bytes) throw new Error(`${path}: ${bytes} bytes, at most ${most_bytes}`);
}

await withBrowser({ viewport: { width, height: 900 } }, async (context) => {
  const page = await context.newPage();
  await page.goto(pathToFileURL(page_path).href);
  await page.check('input[name="theme"][value="light"]', { force: true });
  await page.check('input[name="lang"][value="en"]', { force: true });
  for (const part of parts) await picture(page, part);
});
copyFileSync(page_path, join(folder, 'report.html'));
const figures = parts.map(({ id, says }) => `<figure><img src="${id}.png" alt="${says}"><figcaption>${says}</figcaption></figure>`);
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>staffsim: gallery</title>
<style>body{max-width:60rem;margin:auto;font-family:sans-serif}img{max-width:100%;border:1px solid #ccc}</style>
<h1>A comparison of policies in the worked county</h1><p>The whole of it: <a href="report.html">report.html</a></p>
${figures.join('\n')}
`,
);
