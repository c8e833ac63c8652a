// Tables of outcomes without verdicts hold the first and the verdict years, so that the page stays small; with scripts
// they show every year, from the numbers of the chart beside them.
import { data } from './data.js';
import { plain, shorter } from './numbers.js';

function rowOf(year, bands, decimals) {
  const row = document.createElement('tr');
  const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: data.startYear + year });
  row.append(head);
  for (const { counts } of bands) {
    const text = (list) => plain(shorter(list[year]), decimals);
    const cell = document.createElement('td');
    const spread = Object.assign(document.createElement('small'), { textContent: `${text(counts.p05)} … ${text(counts.p95)}` });
    cell.append(`${text(counts.p50)} `, spread);
    row.append(cell);
  }
  return row;
}

export function startYears() {
  for (const table of document.querySelectorAll('table[data-some-years]')) {
    const outcome = Number(table.closest('[data-outcome]').dataset.outcome);
    const bands = data.bands.filter((band) => band.outcome === outcome && band.p50.length > 0);
    const { decimals } = data.outcomes[outcome];
    const fill = () => table.tBodies[0].replaceChildren(...bands[0].p50.map((_, year) => rowOf(year, bands, decimals)));
    table.closest('.fan').addEventListener('toggle', fill, { once: true });
  }
}
