// What a gain costs: per outcome one chart, change of total cost against change of the outcome, up = better, each policy
// a point with the ranges of both.
import { addChart, tip, tipStyle } from '../chart.js';
import { changeOf, chosen, data, say, scenarioTitle } from '../data.js';
import { textWidth } from '../look.js';
import { niceScale } from './scale.js';

const costIndex = data.outcomes.findIndex(({ id }) => id === 'total_cost');

export function mount(place) {
  for (const part of place.querySelectorAll('.fan')) {
    const outcome = Number(part.dataset.outcome);
    addChart(part.querySelector('.charts'), {
      name: `cost-${data.outcomes[outcome].id}`,
      label: () => label(outcome),
      build: (width, look) => build(outcome, width, look),
      paper: 0.48,
    });
  }
}

// The baseline stands at no change; ranges are of the paired differences.
function pointsOf(outcome) {
  const sign = data.outcomes[outcome].direction === 'lower_better' ? -1 : 1;
  const points = [{ scenario: chosen.baseline, x: 0, y: 0, xs: [0, 0], ys: [0, 0] }];
  for (let scenario = 0; scenario < data.scenarios.length; scenario += 1) {
    if (scenario === chosen.baseline) continue;
    const cost = changeOf(costIndex, scenario, chosen.year);
    const own = changeOf(outcome, scenario, chosen.year);
    if (!cost || !own || [cost.low, own.low].includes(null)) continue;
    points.push({
      scenario,
      cost,
      own,
      x: cost.difference,
      y: sign * own.difference,
      xs: [cost.low, cost.high],
      ys: [sign * own.low, sign * own.high].sort((a, b) => a - b),
    });
  }
  return points;
}

function label(outcome) {
  const { label: name } = data.outcomes[outcome];
  const start = { en: `Cost and ${name.en} after ${chosen.year} years. `, zh: `花费与${name.zh}，${chosen.year} 年后。` };
  const said = pointsOf(outcome)
    .slice(1)
    .map(({ scenario, cost, own }) => `${scenarioTitle(data.scenarios[scenario])}: ${cost.differenceText}, ${own.differenceText}`);
  return say(start) + said.join('; ');
}

function build(outcome, width, look) {
  const points = pointsOf(outcome);
  if (points.length < 2) return null;
  const xScale = niceScale([0, ...points.flatMap(({ xs }) => xs)]);
  const yScale = niceScale([0, ...points.flatMap(({ ys }) => ys)]);
  const sign = data.outcomes[outcome].direction === 'lower_better' ? -1 : 1;
  const font = `11px ${look.family}`;
  const left =
    Math.ceil(Math.max(...[yScale.min, yScale.max].map((value) => textWidth(written(sign * value, yScale.decimals), font)))) + 12;
  const height = width >= 640 ? 240 : 210;
  return {
    height: height + 76,
    option: {
      grid: { left, right: 26, top: 26, height },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ data: item }) => (item.point ? tip(explain(outcome, item.point)) : ''),
      },
      xAxis: {
        ...axis(xScale, look, (value) => written(value, xScale.decimals)),
        name: say({ en: 'change of total cost, 10,000 yuan a year', zh: '总支出变化（万元/年）' }),
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: look.soft, fontSize: 11.5, fontFamily: look.family },
      },
      yAxis: axis(yScale, look, (value) => written(sign * value, yScale.decimals)),
      series: [drawing(points, look, { left, width, top: 26, height })],
    },
  };
}

const written = (value, decimals) =>
  (value > 0 ? '+' : '') + (value === 0 ? '0' : value.toFixed(decimals).replace('-', '\u2212'));

function axis(scale, look, formatter) {
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLabel: { color: look.soft, fontSize: 11, fontFamily: look.family, hideOverlap: true, formatter },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function drawing(points, look, frame) {
  return {
    type: 'custom',
    z: 2,
    data: points.map((point) => ({ value: [point.x, point.y], point })),
    renderItem: (params, api) => {
      const point = points[params.dataIndex];
      const at = (x, y) => api.coord([x, y]);
      const children = [...cross(point, at, look), dot(point, at, look)];
      if (params.dataIndex === 0) children.unshift(...zeroLines(at, look, frame), better(look, frame));
      if (params.dataIndex === points.length - 1) children.push(...letters(points, at, look, frame));
      return { type: 'group', children };
    },
  };
}

const line = ([x1, y1], [x2, y2], style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });

function zeroLines(at, look, { left, width, top, height }) {
  const [x, y] = at(0, 0);
  const style = { stroke: look.faint, lineWidth: 1 };
  return [line([x, top], [x, top + height], style), line([left, y], [width - 26, y], style)];
}

function better(look, { left }) {
  return {
    type: 'text',
    silent: true,
    style: { x: left, y: 6, text: say({ en: '▲ better', zh: '▲ 更好' }), fill: look.soft, font: `12px ${look.family}` },
  };
}

const toneOf = ({ own }, look) => (own ? (look[data.verdicts[own.verdict].tone] ?? look.soft) : look.ink);

function cross(point, at, look) {
  const style = { stroke: toneOf(point, look), lineWidth: 1.5 };
  return [
    line(at(point.xs[0], point.y), at(point.xs[1], point.y), style),
    line(at(point.x, point.ys[0]), at(point.x, point.ys[1]), style),
  ];
}

function dot(point, at, look) {
  const [cx, cy] = at(point.x, point.y);
  const hollow = point.own && data.verdicts[point.own.verdict].chance;
  const colour = toneOf(point, look);
  return {
    type: 'circle',
    shape: { cx, cy, r: 5 },
    style: { fill: hollow ? look.paper : colour, stroke: colour, lineWidth: 2 },
  };
}

// Points closer than a letter share one label. Each label stands at the nearest place that covers no other label and no
// point and lies in the frame; where another point is nearer to it than its own, a thin line leads to its own.
const letterHeight = 14;
const clearOfDots = 7;
const around = Array.from({ length: 16 }, (_, at) => (Math.PI / 8) * (at + 2)); // up and to the right first
const reaches = [15, 19, 24, 32, 42, 54, 68, 84];

function clusters(points, dots) {
  const groups = [];
  points.forEach((point, index) => {
    const near = groups.filter((group) => group.some((other) => distance(dots[other], dots[index]) < clearOfDots));
    const joined = [...near.flat(), index];
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined);
  });
  return groups.map((group) => group.sort((a, b) => a - b));
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
const middle = (list) => [0, 1].map((at) => list.reduce((sum, one) => sum + one[at], 0) / list.length);
const fromBox = ([x, y], box) =>
  Math.hypot(Math.max(Math.abs(x - box.x) - box.width / 2, 0), Math.max(Math.abs(y - box.y) - letterHeight / 2, 0));
const touches = (a, b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 2 && Math.abs(a.y - b.y) < letterHeight;

function placesOf(centre, width) {
  return reaches.flatMap((reach) =>
    around.map((angle) => ({
      x: centre[0] + Math.cos(angle) * (reach + width / 2 - 5),
      y: centre[1] + Math.sin(angle) * -reach,
      width,
    })),
  );
}

function letters(points, at, look, { left, width, top, height }) {
  const dots = points.map(({ x, y }) => at(x, y));
  const font = `600 12.5px ${look.family}`;
  const taken = [];
  return clusters(points, dots).flatMap((group) => {
    const own = group.map((index) => dots[index]);
    const foreign = dots.filter((_, index) => !group.includes(index));
    const text = group.map((index) => data.scenarios[points[index].scenario].letter).join(' ');
    const isFree = (box) =>
      box.x - box.width / 2 > left && box.x + box.width / 2 < width && box.y > top + 2 && box.y < top + height - 2 &&
      dots.every((one) => fromBox(one, box) > 5) && !taken.some((other) => touches(box, other));
    const gap = (box, list) => Math.min(...list.map((one) => fromBox(one, box)), Infinity);
    const isNearest = (box) => gap(box, own) < 12 && gap(box, own) + 3 < gap(box, foreign);
    const free = placesOf(middle(own), textWidth(text, font)).filter(isFree);
    const box = free.find(isNearest) ?? free[0];
    if (!box) return []; // the table names it
    taken.push(box);
    const lead = isNearest(box) ? [] : [leader(box, own, look)];
    return [...lead, letter(text, box, font, look)];
  });
}

const letter = (text, { x, y }, font, look) => ({
  type: 'text',
  silent: true,
  style: { x, y, align: 'center', verticalAlign: 'middle', text, fill: look.ink, font },
});

// From the edge of the label to the nearest of its points.
function leader(box, own, look) {
  const nearest = own.reduce((best, one) => (fromBox(one, box) < fromBox(best, box) ? one : best));
  const within = (value, centre, half) => Math.min(Math.max(value, centre - half), centre + half);
  const from = [within(nearest[0], box.x, box.width / 2), within(nearest[1], box.y, letterHeight / 2 - 1)];
  return { ...line(from, nearest, { stroke: look.faint, lineWidth: 1 }), silent: true, z2: -1 };
}

function explain(outcome, { scenario, cost, own }) {
  const name = scenarioTitle(data.scenarios[scenario]);
  if (!own) return [name, say({ en: 'no change', zh: '不变' })];
  return [
    name,
    `${say(data.outcomes[outcome].label)}: ${own.differenceText} ${own.rangeText}`,
    `${say(data.outcomes[costIndex].label)}: ${cost.differenceText} ${cost.rangeText}`,
    say(data.verdicts[own.verdict].words),
  ];
}
