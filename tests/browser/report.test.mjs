// What a reader does on the report page: language, theme, years, folds, keys, files to save.   node report.test.mjs <page.html>
import { readFileSync, statSync } from 'node:fs';
import { withBrowser } from './browser.mjs';
import { chartLabels, visibleText } from './checks.mjs';
import { choose, file, open, settled } from './page.mjs';
import { check, few, finish } from './tally.mjs';

async function checkChoices(context) {
  const { page, log } = await open(context);
  const charts = await page.evaluate(chartLabels);
  check('there are charts', charts.length > 0);
  check(
    'every chart has a written label without NaN',
    charts.every((label) => label.length > 20 && !/NaN|undefined|null/.test(label)),
  );

  await choose(page, 'lang', 'zh');
  const chinese = await page.evaluate(visibleText);
  check('the language switches to Chinese', chinese.includes('结论摘要') && !chinese.includes('The answer in brief'));
  check(
    'chart labels follow the language',
    (await page.evaluate(chartLabels)).every((label) => /[\u4E00-\u9FFF]/.test(label)),
  );
  const listed = await page.evaluate(() => {
    const { scenarios } = JSON.parse(document.getElementById('report-data').textContent);
    const options = [...document.querySelectorAll('select[name="baseline"] option')];
    return options.every((option, at) => option.textContent === `${scenarios[at].letter} ${scenarios[at].name.zh}`);
  });
  check('the list of baselines follows the language', listed);
  await choose(page, 'lang', 'en');
  const english = await page.evaluate(visibleText);
  check(
    'the language switches back to English',
    english.includes('The answer in brief') && !english.includes('结论摘要'),
  );

  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await choose(page, 'theme', 'light');
  const light = await paper();
  await choose(page, 'theme', 'dark');
  check('the theme switches', light !== (await paper()));
  await choose(page, 'theme', 'light');

  await checkYears(page);
  await checkTips(page);
  await checkFolded(page);
  await checkKeyboard(page);
  await checkDownloads(page);
  check(
    'nothing is requested from anywhere',
    log.requests.filter((url) => !url.startsWith('blob:')).length === 0,
    few(log.requests),
  );
  check('nothing is complained about in the console', log.complaints.length === 0, few(log.complaints));
  await page.close();
}

async function checkYears(page) {
  const years = await page.$$eval('input[name="year"]', (inputs) => inputs.map((input) => input.value));
  for (const year of years) {
    await choose(page, 'year', year);
    const shown = await page.$$eval('[data-year]', (parts) =>
      parts.filter((part) => !part.hidden).map((part) => part.dataset.year),
    );
    check(`only year ${year} is shown when it is chosen`, shown.length > 0 && shown.every((each) => each === year));
  }
}

async function checkTips(page) {
  const chart = page.locator('#development details.fan[open] .chart').first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  for (const step of [0, 3, 6]) await page.mouse.move(box.x + box.width / 8 + step, box.y + 80);
  await page.waitForTimeout(200);
  const tip = await chart.locator('.tip').innerText({ timeout: 5000 }).catch(() => '');
  check('pointing at a chart tells its numbers', /20\d\d/.test(tip) && /\d … /.test(tip), tip);
  await page.mouse.move(0, 0);
}

// A chart in a closed fold is drawn when it is opened, in the language chosen by then.
async function checkFolded(page) {
  const fan = page.locator('#development details.fan:not([open])').first();
  const outcome = await fan.getAttribute('data-outcome');
  const chart = page.locator(`#development details.fan[data-outcome="${outcome}"] .chart`);
  check('a chart in a closed fold is not drawn', (await chart.locator('svg').count()) === 0);
  const reopened = async (lang) => {
    await page.$eval(`#development details.fan[data-outcome="${outcome}"]`, (fold) => {
      fold.closest('.goal').open = true;
      fold.open = !fold.open;
    });
    await choose(page, 'lang', lang);
    await settled(page);
  };
  await reopened('en');
  check('it is drawn when the fold is opened', (await chart.locator('svg').count()) === 1);
  await reopened('zh');
  await reopened('zh');
  check('opened again, it is in the language chosen meanwhile', /[\u4E00-\u9FFF]/.test(await chart.getAttribute('aria-label')));
  await reopened('en');
}

async function checkKeyboard(page) {
  await page.focus('input[name="lang"][value="en"]');
  await page.keyboard.press('ArrowRight');
  check(
    'the language can be chosen by key',
    (await page.evaluate(() => document.documentElement.dataset.lang)) === 'zh',
  );
  await page.keyboard.press('ArrowLeft');
  const fold = page.locator('details.fan:not([open]) > summary').first();
  if (await fold.count()) {
    const outcome = await fold.evaluate((summary) => summary.parentElement.dataset.outcome);
    await fold.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const drawn = await page.locator(`details.fan[data-outcome="${outcome}"] svg`).count();
    check('a folded chart can be opened by key and is then drawn', drawn > 0);
  }
}

async function checkDownloads(page) {
  for (const [kind, start] of [
    ['SVG', '<svg'],
    ['CSV', '\uFEFF'],
  ]) {
    const waiting = page.waitForEvent('download');
    await page.locator('.tools button:visible', { hasText: kind }).first().click();
    const download = await waiting;
    const text = readFileSync(await download.path(), 'utf8');
    check(`a ${kind} file can be saved`, text.startsWith(start) && !/NaN|undefined/.test(text));
  }
}

check('the file is smaller than 2.5 MB', statSync(file).size < 2.5e6, String(statSync(file).size));
await withBrowser({ acceptDownloads: true }, checkChoices);
finish();
