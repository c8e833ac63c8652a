// A forest of paired differences as a chart: where everything stands. Groups are { outcome, aim, rows }, rows are
// { cell, at, low, high } on the scale -end … end. All charts of a year give the same room to their texts, so that their
// scales stand below each other.
import { tip, tipStyle } from '../chart.js';
import { data, say, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { forestSeries } from './forest_parts.js';
import { numberAxis } from './scale.js';

const top = 28;

export function forest(groups, cells, end, width, look) {
  const fonts = { label: `13px ${look.family}`, bold: `600 12.5px ${look.family}`, small: `11.5px ${look.family}` };
  const room = width >= 640 ? wideRoom(cells, width, fonts) : narrowRoom(cells, width, fonts);
  const placed = place(groups, room, fonts);
  const height = placed.at(-1).bottom;
  const scene = { groups: placed, end, width, room, look, fonts, top, height };
  return {
    height: top + height + 46,
    option: {
      grid: { left: room.left, right: room.right, top, height },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ data: item }) => (item.row ? tip(explain(item.row)) : ''),
      },
      xAxis: axis(end, look),
      yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
      series: forestSeries(scene),
    },
  };
}

const widest = (texts, font) => Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, font))));

// Columns to the right of the plot: mark, change, range, word; their widths are those of their longest texts.
function wideRoom(cells, width, fonts) {
  const spacious = width >= 860; // else the range is only drawn, not written
  const change = widest(
    cells.map((cell) => cell.differenceText),
    fonts.bold,
  );
  const range = spacious
    ? 12 +
      widest(
        cells.map((cell) => cell.rangeText),
        fonts.small,
      )
    : 0;
  const word = widest(
    cells.map((cell) => say(data.verdicts[cell.verdict].words)),
    fonts.small,
  );
  const columns = { mark: 0, change: 20 + change, range: 20 + change + 8, word: 20 + change + 8 + range };
  const left = spacious ? 236 : 190;
  return { wide: true, spacious, left, right: 16 + columns.word + word + 6, row: 21, text: left - 36, columns };
}

// On narrow pages the outcome stands above its rows and the word below the change.
function narrowRoom(cells, width, fonts) {
  const words = cells.map((cell) => say(data.verdicts[cell.verdict].words));
  const columns = { mark: 0, change: 16, word: 16 };
  return {
    wide: false,
    left: 30,
    right: 12 + columns.word + widest(words, fonts.small) + 8,
    row: 34,
    text: width - 8,
    columns,
  };
}

function place(groups, room, fonts) {
  let y = 0;
  return groups.map(({ outcome, aim, rows }) => {
    const top = y + (aim ? 30 : 0);
    const lines = linesOf(say(outcome.label), room.text, fonts.label);
    const about = linesOf(aboutOf(outcome), room.text, fonts.small);
    const titles = 18 * (lines.length + about.length);
    const head = room.wide ? 0 : titles + 2;
    const body = Math.max(rows.length * room.row, room.wide ? titles : 0);
    const bottom = top + head + body + 12;
    const group = {
      outcome,
      aim,
      lines,
      about,
      aimY: y + 15,
      top,
      rowsTop: top + head,
      rowsBottom: top + head + body,
      slack: (body - rows.length * room.row) / 2,
      bottom,
    };
    y = bottom;
    return {
      ...group,
      rows: rows.map((row, index) => ({ ...row, y: group.rowsTop + group.slack + (index + 0.5) * room.row })),
    };
  });
}

// The unit, and what counts as better.
function aboutOf(outcome) {
  const direction =
    outcome.direction === 'neutral' ? { en: 'right = higher', zh: '向右为更高' } : outcome.directionWords;
  return `${say(outcome.unit)} · ${say(direction)}`;
}

function axis(end, look) {
  const scale = { min: -end, max: end, step: end <= 4 ? 1 : end / 4 };
  const name = say({ en: 'times the smallest change that matters', zh: '是“在意的最小变化”的多少倍' });
  const numbers = numberAxis(scale, look, name);
  const formatter = (value) => String(value).replace('-', '\u2212');
  return { ...numbers, nameGap: 27, axisLabel: { ...numbers.axisLabel, formatter }, splitLine: { show: false } };
}

function explain({ cell }) {
  const outcome = data.outcomes[cell.outcome];
  const verdict = data.verdicts[cell.verdict];
  return [
    say(outcome.label),
    scenarioTitle(data.scenarios[cell.scenario]),
    `${verdict.mark} ${cell.differenceText} ${cell.rangeText} ${say(outcome.unit)}`,
    say(verdict.words),
  ];
}
