// What a forest is drawn with: the strip of what does not matter, zero line, ranges, dots, direct labels.
import { data, say } from '../data.js';

export function forestSeries(scene) {
  return [background(scene), rows(scene)];
}

const text = (x, y, content, style) => ({
  type: 'text',
  silent: true,
  style: { x, y, text: content, verticalAlign: 'middle', ...style },
});
const line = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });

function background(scene) {
  const { groups, top } = scene;
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
          ...directions(x(0), scene),
          ...groups.flatMap((group, index) => [
            ...field(group, x, scene),
            ...title(group, top, scene),
            ...rule(group, index, scene),
          ]),
        ],
      };
    },
  };
}

function directions(zero, { look }) {
  const style = { fill: look.soft, font: `12px ${look.family}` };
  return [
    text(zero - 10, 10, say({ en: '◀ worse', zh: '◀ 更差' }), { ...style, align: 'right' }),
    text(zero + 10, 10, say({ en: 'better ▶', zh: '更好 ▶' }), style),
  ];
}

// Strip, grid lines and zero line behind the rows of one outcome.
function field({ rowsTop, rowsBottom }, x, { look, end, top }) {
  const y1 = top + rowsTop - 2;
  const y2 = top + rowsBottom + 2;
  const step = end <= 4 ? 1 : end / 4;
  const lines = [];
  for (let value = -end; value <= end; value += step)
    if (value !== 0) lines.push(line(x(value), y1, x(value), y2, { stroke: look.line, lineWidth: 1 }));
  const strip = {
    type: 'rect',
    shape: { x: x(-1), y: y1, width: x(1) - x(-1), height: y2 - y1 },
    style: { fill: look.strip },
  };
  return [strip, ...lines, line(x(0), y1, x(0), y2, { stroke: look.ink, lineWidth: 1 })];
}

function rule({ aim, top: groupTop }, index, { look, top, width }) {
  if (aim) return [];
  return index === 0
    ? []
    : [line(0, top + groupTop - 6, width, top + groupTop - 6, { stroke: look.line, lineWidth: 1 })];
}

// Name of the aim, of the outcome, and what counts as better; beside the rows, or above them on narrow pages.
function title({ aim, aimY, lines, about, top: groupTop, rowsTop, rowsBottom }, top, { look, room, fonts }) {
  const height = 18 * (lines.length + about.length);
  const first = top + (room.wide ? (rowsTop + rowsBottom - height) / 2 : groupTop) + 9;
  const heading = aim ? [text(0, top + aimY, aim, { fill: look.ink, font: `650 14px ${look.family}` })] : [];
  const names = lines.map((content, index) =>
    text(0, first + 18 * index, content, { fill: look.ink, font: fonts.label }),
  );
  const notes = about.map((content, index) =>
    text(0, first + 18 * (lines.length + index) - 1, content, { fill: look.soft, font: fonts.small }),
  );
  return [...heading, ...names, ...notes];
}

function rows(scene) {
  const all = scene.groups.flatMap((group) => group.rows);
  return {
    type: 'custom',
    z: 2,
    data: all.map((row) => ({ value: [row.at, row.y], row })),
    renderItem: (params, api) => drawRow(all[params.dataIndex], api, scene),
  };
}

function drawRow(row, api, scene) {
  const { look, end, room } = scene;
  const verdict = data.verdicts[row.cell.verdict];
  const colour = look[verdict.tone] ?? (verdict.tone === 'small' ? look.ink : look.soft);
  const x = (value) => api.coord([Math.max(-end, Math.min(end, value)), 0])[0];
  const [, y] = api.coord([0, row.y]);
  const letter = text(room.left - 12, y, data.scenarios[row.cell.scenario].letter, {
    align: 'right',
    fill: look.soft,
    font: `600 12px ${look.family}`,
  });
  const parts = [letter, line(x(row.low), y, x(row.high), y, { stroke: colour, lineWidth: 2 })];
  if (row.low < -end) parts.push(arrow(x(-end), y, -1, colour));
  if (row.high > end) parts.push(arrow(x(end), y, 1, colour));
  if (Math.abs(row.at) <= end) parts.push(dot(x(row.at), y, verdict.chance, colour, look));
  return { type: 'group', children: [...parts, ...words(row.cell, verdict, y, colour, scene)] };
}

function dot(cx, cy, hollow, colour, look) {
  return {
    type: 'circle',
    shape: { cx, cy, r: 4.5 },
    style: { fill: hollow ? look.paper : colour, stroke: colour, lineWidth: 2 },
  };
}

// The range goes on beyond the scale.
function arrow(x, y, side, colour) {
  return {
    type: 'polygon',
    shape: {
      points: [
        [x + side * 7, y],
        [x, y - 4.5],
        [x, y + 4.5],
      ],
    },
    style: { fill: colour },
  };
}

function words(cell, verdict, y, colour, { look, width, room, fonts }) {
  const x = (column) => width - room.right + 16 + room.columns[column];
  const toned = { fill: verdict.tone && verdict.tone !== 'small' ? colour : look.soft, font: fonts.small };
  const mark = text(x('mark') - (room.wide ? 0 : 4), room.wide ? y : y - 8, verdict.mark, {
    fill: colour,
    font: fonts.label,
  });
  const change = { fill: colour, font: fonts.bold };
  if (!room.wide)
    return [
      mark,
      text(x('change') - 4, y - 8, cell.differenceText, change),
      text(x('word') - 4, y + 7, say(verdict.words), toned),
    ];
  const range = room.spacious ? [text(x('range'), y, cell.rangeText, { fill: look.soft, font: fonts.small })] : [];
  return [
    mark,
    text(x('change'), y, cell.differenceText, { ...change, align: 'right' }),
    ...range,
    text(x('word'), y, say(verdict.words), toned),
  ];
}
