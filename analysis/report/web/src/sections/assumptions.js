// Which assumptions matter: a tornado of each policy's differences, the outcomes that hinge most on assumptions first. A
// row is one assumption: the difference at the low end of its range (hollow) and at the high end (filled); grey where that
// may be luck.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { textWidth } from '../look.js';
import { niceScale, numberAxis } from './scale.js';

const chartsPerPolicy = 4;
const rowHeight = 22;
const top = 46;

export function mount(place) {
  if (!data.drivers) return;
  data.scenarios.slice(1).forEach((_, index) => {
    for (let slot = 0; slot < chartsPerPolicy; slot += 1) {
      addChart(place, {
        name: `assumptions-${data.scenarios[index + 1].letter}-${slot + 1}`,
        label: () => label(chart(index + 1, slot)),
        build: (width, look) => {
          const own = chart(index + 1, slot);
          return own ? tornado(own, width, look) : null;
        },
      });
    }
  });
}

// The slot-th tornado of a policy in the chosen year; they come ranked.
const chart = (scenario, slot) =>
  data.drivers.tornado.filter((one) => one.scenario === scenario && one.year === chosen.year)[slot];

const asNow = {
  en: `│ as assumed now, on these ${data.drivers?.futures} futures`,
  zh: `│ 按现在的假设，在这 ${data.drivers?.futures} 次推演上`,
};
const factorOf = (row) => data.drivers.factors[row.factor];
const nameOf = (row) => `${row.flips ? '? ' : ''}${say(factorOf(row).label)}`;

function tornado(own, width, look) {
  const font = `12.5px ${look.family}`;
  const widest = Math.max(...own.rows.map((row) => textWidth(nameOf(row), font)));
  const left = Math.min(Math.ceil(widest) + 14, Math.floor(width * 0.48));
  const ends = own.rows.flatMap((row) => [row.low, row.high]).filter((value) => value !== null);
  const scale = niceScale([...ends, own.present, 0]);
  const height = own.rows.length * rowHeight;
  const scene = { own, width, left, look, font, height };
  return {
    height: top + height + 44,
    option: {
      grid: { left, right: 24, top, height },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ data: item }) => (item.row ? tip(explain(own, item.row)) : ''),
      },
      xAxis: numberAxis(scale, look, axisName(own)),
      yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
      series: [background(scene), rows(scene)],
    },
  };
}

function axisName({ outcome }) {
  return `${say({ en: 'difference', zh: '差异' })}, ${say(data.outcomes[outcome].unit)}`;
}

const text = (x, y, content, style) => ({
  type: 'text',
  silent: true,
  style: { x, y, text: content, verticalAlign: 'middle', ...style },
});
const line = (x1, y1, x2, y2, style) => ({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style });

function background({ own, look, height, width }) {
  const small = `11.5px ${look.family}`;
  const title = `${scenarioTitle(data.scenarios[own.scenario])} · ${say(data.outcomes[own.outcome].label)}`;
  return {
    type: 'custom',
    silent: true,
    z: 0,
    tooltip: { show: false },
    data: [{ value: [0, 0] }],
    renderItem: (_, api) => {
      const x = (value) => api.coord([value, 0])[0];
      return {
        type: 'group',
        children: [
          text(0, 10, fitted(title, width - 4, `650 13.5px ${look.family}`), {
            fill: look.ink,
            font: `650 13.5px ${look.family}`,
          }),
          text(Math.max(0, Math.min(x(own.present), width - textWidth(say(asNow), small) - 4)), 32, say(asNow), {
            fill: look.soft,
            font: small,
          }),
          line(x(0), top - 4, x(0), top + height + 4, { stroke: look.ink, lineWidth: 1 }),
          line(x(own.present), top - 8, x(own.present), top + height + 4, {
            stroke: look.soft,
            lineWidth: 1.5,
            lineDash: [4, 3],
          }),
        ],
      };
    },
  };
}

function rows({ own, look, font, left }) {
  return {
    type: 'custom',
    z: 2,
    data: own.rows.map((row, index) => ({ value: [own.present, (index + 0.5) * rowHeight], row })),
    renderItem: ({ dataIndex }, api) => {
      const row = own.rows[dataIndex];
      const [, y] = api.coord([0, (dataIndex + 0.5) * rowHeight]);
      const x = (value) => api.coord([value, 0])[0];
      const colour = row.flips ? look.bad : row.clear ? look.ink : look.faint;
      const ends = [row.low, row.high].filter((value) => value !== null);
      const all = [...ends, own.present].map(x);
      const dot = (value, filled) => ({
        type: 'circle',
        shape: { cx: x(value), cy: y, r: 4 },
        style: { fill: filled ? colour : look.paper, stroke: colour, lineWidth: 1.8 },
      });
      return {
        type: 'group',
        children: [
          text(left - 10, y, fitted(nameOf(row), left - 12, font), { fill: row.clear ? colour : look.soft, font, align: 'right' }),
          { ...line(Math.min(...all), y, Math.max(...all), y, { stroke: colour, lineWidth: 2 }), silent: false },
          ...(row.low === null ? [] : [dot(row.low, false)]),
          ...(row.high === null ? [] : [dot(row.high, true)]),
        ],
      };
    },
  };
}

function fitted(content, width, font) {
  if (textWidth(content, font) <= width) return content;
  let end = content.length;
  while (end > 1 && textWidth(`${content.slice(0, end)}…`, font) > width) end -= 1;
  return `${content.slice(0, end)}…`;
}

function explain(own, row) {
  const factor = factorOf(row);
  const range = factor.high ? `${factor.low} – ${factor.high}` : factor.low;
  return [
    say(factor.label),
    `${say({ en: 'now', zh: '现值' })} ${factor.present}; ${say({ en: 'range', zh: '范围' })} ${range} ${factor.unit}`,
    `${row.lowText}${row.high === null ? '' : ` … ${row.highText}`} (${say({ en: 'now', zh: '现在' })} ${own.presentText})`,
    ...(row.clear ? [] : [say({ en: 'may be luck', zh: '或为运气' })]),
    ...(row.flips ? [say({ en: 'turns the difference round', zh: '使差异变号' })] : []),
  ];
}

function label(own) {
  if (!own) return '';
  const said = own.rows.map(
    (row) => `${say(factorOf(row).label)}: ${row.lowText}${row.high === null ? '' : `, ${row.highText}`}`,
  );
  const start = `${scenarioTitle(data.scenarios[own.scenario])}, ${say(data.outcomes[own.outcome].label)}, ${say({ en: 'one assumption at a time', zh: '一次只变一项假设' })}. `;
  return start + said.join('; ');
}
