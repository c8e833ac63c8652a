// Pictures of every section of a report, to look at.   node screenshots.mjs <page.html> <folder> [mode…]
// A mode is width-theme-language, for example 420-dark-zh; `pdf` prints; `without-scripts` is the page as it is then.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const folder = resolve(process.argv[3]);
mkdirSync(folder, { recursive: true });

const usual = ['1400-light-en', '1400-dark-zh', '760-light-en', '420-light-en', '420-dark-zh', 'pdf', 'without-scripts'];
const modes = process.argv.length > 4 ? process.argv.slice(4) : usual;

async function sections(context, mode) {
  const [width, theme, lang] = mode.split('-');
  const page = await context.newPage();
  await page.setViewportSize({ width: Number(width), height: 900 });
  await page.goto(address);
  for (const [choice, value] of Object.entries({ theme, lang }))
    await page.check(`input[name="${choice}"][value="${value}"]`, { force: true });
  await page.addStyleTag({ content: '.scripted .bar { position: static; }' }); // it would lie over the sections
  for (const part of ['.top', '.bar', ...(await page.$$eval('main > section', (all) => all.map(({ id }) => `#${id}`)))])
    await page.locator(part).screenshot({ path: join(folder, `${mode}-${part.slice(1)}.png`) });
  await page.close();
}

await withBrowser({}, async (context) => {
  for (const mode of modes.filter((one) => /^\d/.test(one))) await sections(context, mode);
  if (!modes.includes('pdf')) return;
  const page = await context.newPage();
  await page.goto(address);
  await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4', preferCSSPageSize: true });
});
if (modes.includes('without-scripts'))
  await withBrowser({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(address);
    await page.screenshot({ path: join(folder, 'without-scripts.png'), fullPage: true });
  });
