// Answers to single questions: what each part of a package does (dot and range), how long each policy stayed in the race
// for the best, and how many futures met the target at each value of a lever.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { niceScale, numberAxis } from './scale.js';

const chartsPerPackage = 4;
const roomy = 26;
const close = 17; // many rows, which are to fit on a printed page
const roomForTitle = 30;
const titleHeight = 18;

export function mount() {
  if (!data.answers) return;
  data.answers.packages.forEach((one, index) => mountPackage(one, place('parts', index), index + 1));
  data.answers.races.forEach((one, index) => mountOne(place('best', index), `best-${index + 1}`, one, raceLabel, race));
  data.answers.seeks.forEach((one, index) => mountOne(place('sought', index), `sought-${index + 1}`, one, seekLabel, seek));
}

const place = (kind, index) => document.querySelector(`[data-mount="${kind}-${index + 1}"]`);

function mountOne(parent, name, one, label, draw) {
  if (parent) addChart(parent, { name, label: () => label(one), build: (width, look) => draw(one, width, look) });
}

function mountPackage(one, parent, number) {
  if (!parent) return;
  for (let slot = 0; slot < chartsPerPackage; slot += 1) {
    const own = () => one.charts.filter((chart) => chart.year === chosen.year)[slot];
    addChart(parent, {
      name: `parts-${number}-${slot + 1}`,
      label: () => partsLabel(own()),
      build: (width, look) => (own() ? parts(own(), width, look) : null),
    });
  }
}

const words = (x, y, content, style) => ({
  type: 'text',
  silent: true,
  style: { x, y, text: content, verticalAlign: 'middle', ...style },
});
const line = (x1, y1, x2, y2, style) => ({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style });

function fitted(content, width, font) {
  if (textWidth(content, font) <= width) return content;
  let end = content.length;
  while (end > 1 && textWidth(`${content.slice(0, end)}…`, font) > width) end -= 1;
  return `${content.slice(0, end)}…`;
}

const roomFor = (names, width, font) =>
  Math.min(Math.ceil(Math.max(...names.map((name) => textWidth(name, font)))) + 14, Math.floor(width * 0.46));

// Rows with a name on the left; each draws itself between x(value) positions at its height.
function rowsChart({ title, names, width, look, scale, axisName, drawRow, explain }) {
  const font = `12.5px ${look.family}`;
  const left = roomFor(names, width, font);
  const rowHeight = names.length > 14 ? close : roomy;
  const height = names.length * rowHeight;
  const titleFont = `650 13.5px ${look.family}`;
  const titleLines = linesOf(title, width - 4, titleFont);
  const top = roomForTitle + (titleLines.length - 1) * titleHeight;
  return {
    height: top + height + 44,
    option: {
      grid: { left, right: 26, top, height },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ dataIndex }) => tip([names[dataIndex], ...explain(dataIndex)]),
      },
      xAxis: numberAxis(scale, look, axisName),
      yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
      series: [
        {
          type: 'custom',
          z: 2,
          data: names.map((_, index) => [scale.min, (index + 0.5) * rowHeight]),
          renderItem: ({ dataIndex }, api) => {
            const [, y] = api.coord([scale.min, (dataIndex + 0.5) * rowHeight]);
            const x = (value) => api.coord([value, 0])[0];
            const children = [
              words(left - 10, y, fitted(names[dataIndex], left - 12, font), { fill: look.ink, font, align: 'right' }),
              ...drawRow(dataIndex, x, y, rowHeight),
            ];
            if (dataIndex === 0)
              children.push(
                ...titleLines.map((one, at) => words(0, 10 + at * titleHeight, one, { fill: look.ink, font: titleFont })),
                line(x(0), top - 4, x(0), top + height + 4, { stroke: look.ink, lineWidth: 1 }),
              );
            return { type: 'group', children };
          },
        },
      ],
    },
  };
}

const dot = (cx, cy, filled, look) => ({
  type: 'circle',
  shape: { cx, cy, r: 4.5 },
  style: { fill: filled ? look.ink : look.paper, stroke: look.ink, lineWidth: 1.8 },
});

// Hollow: could be chance.
function parts(own, width, look) {
  const ends = own.rows.flatMap((row) => [row.low, row.high, row.value]).filter((value) => value !== null);
  return rowsChart({
    title: say(own.label),
    names: own.rows.map((row) => say(row.name)),
    width,
    look,
    scale: niceScale([...ends, 0]),
    axisName: `${say({ en: 'effect', zh: '作用' })}, ${say(own.unit)}`,
    explain: (index) => [own.rows[index].text],
    drawRow: (index, x, y) => {
      const row = own.rows[index];
      const clear = row.low > 0 || row.high < 0;
      const range = row.low === null ? [] : [line(x(row.low), y, x(row.high), y, { stroke: look.ink, lineWidth: 2 })];
      return [...range, dot(x(row.value), y, clear, look)];
    },
  });
}

function partsLabel(own) {
  if (!own) return '';
  return `${say(own.label)}, ${say({ en: 'what each part does', zh: '各部分的作用' })}. ${own.rows.map((row) => `${say(row.name)}: ${row.text}`).join('; ')}`;
}

function race(own, width, look) {
  const longest = Math.max(...own.rows.map((row) => row.futures));
  return rowsChart({
    title: say({ en: 'How long each stayed in the race (filled: to the end)', zh: '各办法比到第几次（实心：比到最后）' }),
    names: own.rows.map((row) => say(row.name)),
    width,
    look,
    scale: niceScale([0, longest]),
    axisName: say({ en: 'matched futures', zh: '对照推演次数' }),
    explain: (index) => [`${say(own.label)}: ${own.rows[index].mean}`, `${own.rows[index].futures}`],
    drawRow: (index, x, y) => [
      line(x(0), y, x(own.rows[index].futures), y, { stroke: look.ink, lineWidth: 2 }),
      dot(x(own.rows[index].futures), y, own.rows[index].stays, look),
    ],
  });
}

const raceLabel = (own) =>
  `${say(own.label)}. ${own.rows.map((row) => `${say(row.name)}: ${row.mean} (${row.futures})`).join('; ')}`;

const valueOf = (own, trial) => `${trial.value}${own.other ? ` / ${trial.other}` : ''}`;
const percent = (share) => `${(100 * share).toFixed(1)} %`;

// One row per value tried; the answer's values on fresh futures last.
function seek(own, width, look) {
  const fresh = own.fresh ? [{ ...own.fresh, fresh: true }] : [];
  const trials = [...own.tried, ...fresh];
  const name = (trial) => valueOf(own, trial) + (trial.fresh ? say({ en: ' (fresh)', zh: '（全新）' }) : '');
  return rowsChart({
    title: `${say(own.label)}${say(own.unit) ? `, ${say(own.unit)}` : ''}: ${say({ en: 'dashed = asked for, filled = meets it', zh: '虚线 = 所求概率，实心 = 达标' })}`,
    names: trials.map(name),
    width,
    look,
    scale: { min: 0, max: 100, step: 20, decimals: 0 },
    axisName: say({ en: '% of futures that meet the target', zh: '达到目标的推演，%' }),
    explain: (index) => [`${percent(trials[index].share)} [${percent(trials[index].low)}, ${percent(trials[index].high)}]`],
    drawRow: (index, x, y, rowHeight) => {
      const trial = trials[index];
      const asked = x(100 * own.probability);
      return [
        line(asked, y - rowHeight / 2, asked, y + rowHeight / 2, { stroke: look.soft, lineWidth: 1.5, lineDash: [4, 3] }),
        line(x(100 * trial.low), y, x(100 * trial.high), y, { stroke: look.ink, lineWidth: 2 }),
        dot(x(100 * trial.share), y, trial.ok, look),
      ];
    },
  });
}

const seekLabel = (own) =>
  `${say(own.label)}. ${own.tried.map((trial) => `${valueOf(own, trial)}: ${percent(trial.share)}`).join('; ')}`;
