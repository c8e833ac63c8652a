// Who will be there: age pyramids side by side, one per policy, and the shares of education, field of study, channel of
// entry and how well fields fit as dots with ranges.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { headingOf, rowsOf } from '../readings.js';
import { dots } from './dots.js';

const parts = ['education', 'match', 'field', 'channel'];
let table = () => null;

export function mount(place) {
  const section = place.parentElement;
  table = () => section.querySelector(`table[data-csv="structure-${chosen.year}"]`);
  addChart(place.querySelector('.ages'), { name: 'ages', label: agesLabel, build: pyramids });
  for (const part of parts) {
    if (rowsOf(table(), part).length === 0) continue;
    const box = document.createElement('div');
    place.querySelector('.shares').append(box);
    addChart(box, { name: part, label: () => sharesLabel(part), build: (width, look) => shares(part, width, look), paper: 0.48 });
  }
}

// The end of the scale: two digits, the second one even.
const rounded = (value) => {
  const step = 2 * 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step) * step).toPrecision(3));
};

const written = (value) => value.toFixed(1);

function agesLabel() {
  const start = { en: `Staff by age and sex after ${chosen.year} years. `, zh: `${chosen.year} 年后按年龄和性别的人员。` };
  const [men, women] = ['men', 'women'].map((part) => rowsOf(table(), part));
  const said = data.scenarios.map((scenario, index) => {
    const bands = men.map(({ label, cells }, band) => `${label} ${cells[index + 1].text}+${women[band].cells[index + 1].text}`);
    return `${scenarioTitle(scenario)}: ${bands.join(', ')}`;
  });
  return say(start) + said.join('; ');
}

function sharesLabel(part) {
  const { words, unit } = headingOf(table(), part);
  const said = rowsOf(table(), part).map(
    ({ label, cells }) =>
      `${label}: ${data.scenarios.map(({ letter }, index) => `${letter} ${cells[index + 1].text}`).join(', ')}`,
  );
  const start = { en: `${words}, ${unit}, after ${chosen.year} years. `, zh: `${words}（${unit}），${chosen.year} 年后。` };
  return say(start) + said.join('; ');
}

function shares(part, width, look) {
  const { words, unit } = headingOf(table(), part);
  const blocks = rowsOf(table(), part).map(({ label, cells }) => ({
    label,
    mark: cells[0].value,
    rows: data.scenarios.map((_, scenario) => ({ scenario, ...cells[scenario + 1] })),
  })).filter(({ mark, rows }) => [mark, ...rows.map(({ value }) => value)].some((value) => value >= 0.05));
  const explain = (block, { text, low, high }) => [
    `${block.label}: ${text}`,
    `${say({ en: 'nine in ten futures', zh: '十分之九的推演' })}: ${written(low)} … ${written(high)}`,
    ...(block.mark === null ? [] : [`${say({ en: 'first day', zh: '起始日' })}: ${written(block.mark)}`]),
  ];
  return dots({ title: `${words} (${unit})`, blocks, width, look, explain });
}

// Panels side by side, as many as fit.
function panels(width, room, look) {
  const most = Math.min(4, Math.max(1, Math.floor(width / 190)));
  const columns = Math.ceil(data.scenarios.length / Math.ceil(data.scenarios.length / most));
  const step = width / columns;
  const font = `600 12.5px ${look.family}`;
  const all = data.scenarios.map((scenario, index) => ({
    scenario: index,
    row: Math.floor(index / columns),
    x: (index % columns) * step,
    width: step - 18,
    title: linesOf(scenarioTitle(scenario), step - 18, font),
  }));
  let y = 0;
  for (let row = 0; row <= all.at(-1).row; row += 1) {
    const inRow = all.filter((panel) => panel.row === row);
    const head = 16 * Math.max(...inRow.map(({ title }) => title.length)) + 24;
    for (const panel of inRow) Object.assign(panel, { y, head });
    y += head + room.plot + 30;
  }
  return { all, height: y };
}

function pyramids(width, look) {
  const men = rowsOf(table(), 'men');
  const women = rowsOf(table(), 'women');
  if (men.length === 0) return null;
  const font = `11px ${look.family}`;
  const labels = men.map(({ label }) => label);
  const room = { label: Math.ceil(Math.max(...labels.map((label) => textWidth(label, font)))) + 12, plot: men.length * 17 };
  const { all, height } = panels(width, room, look);
  const scale = { max: rounded(Math.max(1, ...[...men, ...women].flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)))) };
  const scene = { men, women, labels, room, look, font, scale };
  return {
    height,
    option: {
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ seriesIndex, dataIndex }) => tip(explain(scene, all[seriesIndex], dataIndex)),
      },
      grid: all.map((panel) => ({ left: panel.x + room.label, width: panel.width - room.label, top: panel.y + panel.head, height: room.plot })),
      xAxis: all.map((_, gridIndex) => numberAxis(gridIndex, scale, look)),
      yAxis: all.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: men.length, show: false })),
      series: all.map((panel, index) => ({
        type: 'custom',
        xAxisIndex: index,
        yAxisIndex: index,
        data: men.map((_, band) => [0, band]),
        renderItem: ({ dataIndex }, api) => band(scene, panel, dataIndex, api),
      })),
    },
  };
}

function numberAxis(gridIndex, { max }, look) {
  return {
    type: 'value',
    gridIndex,
    min: -max,
    max,
    interval: max,
    axisLabel: { color: look.soft, fontSize: 11, fontFamily: look.family, formatter: (value) => String(Math.abs(value)) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}

// Column of the table that the line in a panel shows: the first day for the baseline, the baseline for the others.
const heldAgainst = (panel) => (panel.scenario === chosen.baseline ? 0 : chosen.baseline + 1);

function explain({ men, women, labels }, panel, at) {
  const told = (rows, column) => rows[at].cells[column].text;
  const both = (column) =>
    `${say({ en: 'men', zh: '男' })} ${told(men, column)}, ${say({ en: 'women', zh: '女' })} ${told(women, column)}`;
  const other = panel.scenario === chosen.baseline ? say({ en: 'first day', zh: '起始日' }) : scenarioTitle(data.scenarios[chosen.baseline]);
  return [
    `${scenarioTitle(data.scenarios[panel.scenario])} · ${labels[at]}`,
    both(panel.scenario + 1),
    `${other}: ${both(heldAgainst(panel))}`,
  ];
}

function band(scene, panel, at, api) {
  const { men, women, look, labels, font, room } = scene;
  const [zero, bottom] = api.coord([0, at]);
  const top = api.coord([0, at + 1])[1];
  const x = (value) => api.coord([value, 0])[0];
  const bar = (value, fill) => ({
    type: 'rect',
    shape: { x: Math.min(zero, x(value)), y: top + 1.5, width: Math.abs(x(value) - zero), height: bottom - top - 3 },
    style: { fill },
  });
  // A number that is hidden is no nought: its mark stands where the bar would be.
  const hidden = ({ value, text }, sign) =>
    value === null
      ? [{ type: 'text', silent: true, style: { x: zero + sign * 4, y: (top + bottom) / 2, text, font, fill: look.soft, align: sign < 0 ? 'right' : 'left', verticalAlign: 'middle' } }]
      : [];
  const [left, right] = [men, women].map((rows) => rows[at].cells[panel.scenario + 1]);
  const children = [
    bar(-(left.value ?? 0), look.band_inner),
    bar(right.value ?? 0, look.band_outer),
    ...hidden(left, -1),
    ...hidden(right, 1),
    {
      type: 'text',
      silent: true,
      style: { x: panel.x + room.label - 8, y: (top + bottom) / 2, text: labels[at], font, fill: look.soft, align: 'right', verticalAlign: 'middle' },
    },
  ];
  if (at === men.length - 1) children.push(...outline(scene, panel, api), ...titles(scene, panel, x));
  return { type: 'group', children };
}

// The line around the other pyramid: up the men's side, down the women's; broken where a number is hidden.
function outline({ men, women, look }, panel, api) {
  const column = heldAgainst(panel);
  const side = (rows, sign) => {
    const lines = [[]];
    rows.forEach(({ cells }, at) => {
      const { value } = cells[column];
      if (value === null) lines.push([]);
      else lines.at(-1).push(api.coord([sign * value, at]), api.coord([sign * value, at + 1]));
    });
    return lines.filter((points) => points.length > 0);
  };
  const style = { stroke: look.ink, fill: 'none', lineWidth: 1.25, ...(panel.scenario === chosen.baseline ? {} : { lineDash: [4, 3] }) };
  return [...side(men, -1), ...side(women, 1)].map((points) => ({ type: 'polyline', silent: true, shape: { points }, style }));
}

function titles({ look, font, scale }, panel, x) {
  const y = panel.y + panel.head - 10;
  const name = (at, text) => ({ type: 'text', silent: true, style: { x: at, y, text, font, fill: look.soft, align: 'center', verticalAlign: 'middle' } });
  return [
    ...panel.title.map((text, line) => ({
      type: 'text',
      silent: true,
      style: { x: panel.x, y: panel.y + 2 + 16 * line, text, fill: look.ink, font: `600 12.5px ${look.family}` },
    })),
    name(x(-scale.max / 2), say({ en: 'men', zh: '男' })),
    name(x(scale.max / 2), say({ en: 'women', zh: '女' })),
  ];
}
