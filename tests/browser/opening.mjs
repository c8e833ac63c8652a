// How long a report takes to open: fresh browsers one after the other, medians.   node opening.mjs <page.html> [times]
// Wall time from the start of navigation to the first paint, to the load event (which comes after every chart that can be
// seen without opening a fold is drawn) and to the picture on the screen; beside it the processor time of the page's main
// thread, which a busy machine changes less.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBrowser } from './browser.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const times = Number(process.argv[3] ?? 5);

const inside = async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const charts = [...document.querySelectorAll('.chart')];
  return {
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    load: performance.getEntriesByType('navigation')[0].loadEventEnd,
    painted: performance.now(),
    charts: charts.filter((chart) => chart.querySelector('svg')).length,
    missing: charts.filter((chart) => chart.checkVisibility() && !chart.querySelector('svg')).length,
    elements: document.getElementsByTagName('*').length,
  };
};

async function opened() {
  return withBrowser({ viewport: { width: 1400, height: 900 } }, async (context) => {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address);
    const wall = await page.evaluate(inside);
    const { metrics } = await client.send('Performance.getMetrics');
    const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]));
    return { ...wall, cpu: seconds.TaskDuration, script: seconds.ScriptDuration, layout: seconds.LayoutDuration, style: seconds.RecalcStyleDuration };
  });
}

const runs = [];
for (let run = 0; run < times; run += 1) runs.push(await opened());
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
for (const [name, words] of [
  ['first', 'first paint, ms'],
  ['load', 'load event, ms'],
  ['painted', 'everything drawn and on the screen, ms'],
  ['cpu', 'processor time of the main thread, ms'],
  ['script', '  of it scripts'],
  ['layout', '  of it layout'],
  ['style', '  of it styles'],
  ['charts', 'charts drawn'],
  ['missing', 'charts that can be seen and are not drawn'],
  ['elements', 'elements'],
]) {
  const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
  if (values.length > 0) console.log(`${words.padEnd(40)} ${median(values).toFixed(0).padStart(7)}   (${values.map((value) => value.toFixed(0)).join(', ')})`);
}
