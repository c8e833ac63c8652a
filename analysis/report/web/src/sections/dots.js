// Dots with ranges: blocks of one row per policy below each other, one block per category. A tick marks a level that all
// rows of a block are held against.
import { tip, tipStyle } from '../chart.js';
import { data, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { niceScale } from './scale.js';

const rowHeight = 13;
const titleHeight = 18;

// blocks: [{ label, mark, rows: [{ scenario, value, low, high, text, more }] }]; `explain(block, row)` gives tooltip lines.
export function dots({ title, blocks, width, look, explain }) {
  const fonts = {
    title: `600 13px ${look.family}`,
    label: `12.5px ${look.family}`,
    letter: `600 11px ${look.family}`,
    text: `11px ${look.family}`,
  };
  const values = blocks.flatMap(({ mark, rows }) => [mark ?? 0, ...rows.flatMap(({ value, high }) => [value ?? 0, high ?? 0])]);
  const scale = niceScale([0, ...values]);
  const right = 10 + Math.ceil(Math.max(0, ...blocks.flatMap(({ rows }) => rows.map(({ text }) => textWidth(text, fonts.text)))));
  const left = 20;
  const titles = linesOf(title, width - 4, fonts.title);
  const top = 18 * titles.length + 4;
  let y = top;
  const placed = blocks.map((block) => {
    const lines = linesOf(block.label, width - 4, fonts.label);
    const rowsTop = y + titleHeight * lines.length;
    const at = { ...block, lines, y, rowsTop, bottom: rowsTop + rowHeight * block.rows.length + 7 };
    y = at.bottom;
    return at;
  });
  const scene = { placed, titles, width, left, right, fonts, look, explain, all: rowsOf(placed) };
  return {
    height: y + 24,
    option: {
      grid: { left, right, top, height: y - top },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ dataIndex }) => tip(scene.all[dataIndex] ? lines(scene, scene.all[dataIndex]) : []),
      },
      xAxis: {
        type: 'value',
        min: 0,
        max: scale.max,
        interval: scale.step,
        axisLabel: { color: look.soft, fontSize: 11, fontFamily: look.family, hideOverlap: true, formatter: (value) => value.toFixed(scale.decimals) },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
      },
      yAxis: { type: 'value', min: 0, max: 1, show: false },
      series: [
        { type: 'custom', silent: true, z: 1, tooltip: { show: false }, data: [[0, 0]], renderItem: (_, api) => ground(scene, api) },
        { type: 'custom', z: 2, data: scene.all.map(({ row }) => [row.value ?? 0, 0]), renderItem: ({ dataIndex }, api) => drawn(scene.all[dataIndex], scene, api) },
      ],
    },
  };
}

const rowsOf = (blocks) =>
  blocks.flatMap((block) => block.rows.map((row, index) => ({ block, row, y: block.rowsTop + rowHeight * (index + 0.5) })));

const lines = ({ explain }, { block, row }) => [scenarioTitle(data.scenarios[row.scenario]), ...explain(block, row)];

const text = (x, y, content, font, fill, align = 'left') => ({
  type: 'text',
  silent: true,
  style: { x, y, text: content, font, fill, align, verticalAlign: 'middle' },
});
const line = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });

function ground({ placed, titles, width, left, right, fonts, look }, api) {
  const x = (value) => api.coord([value, 0])[0];
  return {
    type: 'group',
    children: [
      ...titles.map((content, index) => text(0, 9 + 18 * index, content, fonts.title, look.ink)),
      ...placed.flatMap((block) => [
        ...block.lines.map((content, index) => text(0, block.y + 9 + titleHeight * index, content, fonts.label, look.ink)),
        line(left, block.bottom - 4, width - right, block.bottom - 4, { stroke: look.line, lineWidth: 1 }),
        ...(block.mark === null || block.mark === undefined
          ? []
          : [line(x(block.mark), block.rowsTop, x(block.mark), block.bottom - 6, { stroke: look.ink, lineWidth: 1, lineDash: [2, 2] })]),
      ]),
    ],
  };
}

function drawn({ row, y }, { look, fonts, width }, api) {
  const x = (value) => api.coord([value, 0])[0];
  const children = [text(0, y, data.scenarios[row.scenario].letter, fonts.letter, look.soft)];
  if (row.value === null) return { type: 'group', children };
  const ink = row.scenario === 0 ? look.faint : look.ink;
  if (row.high > row.low) children.push(line(x(row.low), y, x(row.high), y, { stroke: ink, lineWidth: 1.5 }));
  children.push(
    { type: 'circle', shape: { cx: x(row.value), cy: y, r: 4 }, style: { fill: ink, stroke: ink, lineWidth: 1.5 } },
    text(width, y, row.text, fonts.text, look.soft, 'right'),
  );
  return { type: 'group', children };
}
