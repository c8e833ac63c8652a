// The report page in a browser, as a reader handles it.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const file = resolve(process.argv[2] ?? '');
const address = pathToFileURL(file).href;

// Opens the page and keeps what it asked for and complained about.
export async function open(context, options = {}) {
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

export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
export const choose = async (page, name, value) => {
  await page.check(`input[name="${name}"][value="${value}"]`, { force: true });
  await settled(page);
};

export async function openEverything(page) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await settled(page);
}
