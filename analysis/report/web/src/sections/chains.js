// What one vacancy sets off: chains by their number of links, and how long links and posts stay empty, as dots with
// ranges. The example above is a list in the page itself.
import { addChart } from '../chart.js';
import { data, say } from '../data.js';
import { headingOf, rowsOf } from '../readings.js';
import { dots } from './dots.js';

let table = null;

export function mount(place) {
  table = place.parentElement.querySelector('table[data-csv="chains"]');
  for (const part of ['lengths', 'links', 'posts']) {
    if (rowsOf(table, part).length === 0) continue;
    const box = document.createElement('div');
    place.querySelector('.shares').append(box);
    addChart(box, { name: `chains-${part}`, label: () => label(part), build: (width, look) => build(part, width, look), paper: 0.48 });
  }
}

function label(part) {
  const { words, unit } = headingOf(table, part);
  const said = rowsOf(table, part).map(
    ({ label: name, cells }) => `${name}: ${data.scenarios.map(({ letter }, index) => `${letter} ${cells[index].text}`).join(', ')}`,
  );
  const luck = say({ en: 'means over the futures', zh: '各次推演平均' });
  return `${words} (${unit}), ${luck}. ${said.join('; ')}`;
}

function build(part, width, look) {
  const { words, unit } = headingOf(table, part);
  const blocks = rowsOf(table, part).map(({ label: name, cells }) => ({
    label: name,
    rows: data.scenarios.map((_, scenario) => ({ scenario, ...cells[scenario] })),
  }));
  const explain = (block, { text, low, high }) => [
    `${words}, ${block.label}: ${text}`,
    `${say({ en: 'nine in ten futures', zh: '十分之九的推演' })}: ${low} … ${high}`,
  ];
  return dots({ title: `${words} (${unit})`, blocks, width, look, explain });
}
