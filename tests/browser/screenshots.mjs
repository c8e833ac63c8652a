// Pictures of the report page, to look at.   node screenshots.mjs <page.html> <folder>
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const folder = resolve(process.argv[3]);
mkdirSync(folder, { recursive: true });

const shots = [
  { name: '1400-light-en', width: 1400, theme: 'light', lang: 'en' },
  { name: '1400-dark-zh', width: 1400, theme: 'dark', lang: 'zh' },
  { name: '760-light-en', width: 760, theme: 'light', lang: 'en' },
  { name: '420-light-en', width: 420, theme: 'light', lang: 'en' },
  { name: '420-dark-zh', width: 420, theme: 'dark', lang: 'zh' },
];

async function picture(context, { name, width, theme, lang }) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  for (const [choice, value] of [
    ['theme', theme],
    ['lang', lang],
  ])
    await page.check(`input[name="${choice}"][value="${value}"]`, { force: true });
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  if (name === shots[0].name)
    await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4', preferCSSPageSize: true });
  await page.close();
}

await withBrowser({}, async (context) => {
  for (const shot of shots) await picture(context, shot);
});
await withBrowser({ javaScriptEnabled: false }, async (context) => {
  const page = await context.newPage();
  await page.goto(address);
  await page.screenshot({ path: join(folder, 'without-scripts.png'), fullPage: true });
});
