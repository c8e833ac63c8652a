// Where careers lead: flows of a cohort from the channel of entry through the highest stages to where people are at the
// end; today's rules above, the chosen policy below. A band that passes a column takes a place of its own there, so that
// it runs beside the stages and not behind them.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { rowsOf, headingOf } from '../readings.js';

const channels = 5;
const stages = 7;
// Column and place from the top of every node: channels, stages as in the simulator, ends.
const stageColumn = [1, 2, 3, 4, 4, 5, 5];
const stageOrder = [50, 20, 30, 10, 20, 5, 15];
const lastColumn = 6;
const shortNames = [
  { en: 'clerk', zh: '科员' },
  { en: 'office post', zh: '中层' },
  { en: 'organ staff', zh: '机关' },
  { en: 'deputy leader', zh: '副科' },
  { en: 'organ deputy', zh: '机关副科' },
  { en: 'leader', zh: '正科' },
  { en: 'organ leader', zh: '机关正科' },
];
const thinnest = 0.25; // % of the cohort: thinner bands are only in the table
let table = null;

export function mount(place) {
  table = place.parentElement.querySelector('table[data-csv="careers"]');
  const box = place.querySelector('.charts');
  const shown = [() => 0, ...(data.scenarios.length > 1 ? [() => chosen.variant] : [])];
  shown.forEach((scenario, index) =>
    addChart(box, {
      name: index === 0 ? 'careers' : 'careers-variant',
      label: () => label(scenario()),
      build: (width, look) => build(scenario(), width, look),
    }),
  );
}

const isEnd = (node) => node >= channels + stages;
const columnOf = (node) => (node < channels ? 0 : isEnd(node) ? lastColumn : stageColumn[node - channels]);
const orderOf = (node) => (node < channels || isEnd(node) ? node * 10 : stageOrder[node - channels]);

// Links of a scenario with people on them, and the names of nodes.
function flows(scenario) {
  const names = new Map();
  const links = [];
  for (let source = 0; source < channels + stages; source += 1) {
    const part = `from-${source}`;
    const rows = rowsOf(table, part);
    if (rows.length === 0) continue;
    names.set(source, headingOf(table, part).words);
    for (const { label: name, to, cells } of rows) {
      names.set(Number(to), name);
      if (cells[scenario].value > 0) links.push({ source, target: Number(to), ...cells[scenario] });
    }
  }
  return { names, links };
}

function label(scenario) {
  const { names, links } = flows(scenario);
  const start = { en: 'Careers of a cohort, people. ', zh: '一批新进人员的职业道路，人数。' };
  const said = links.map(({ source, target, text }) => `${names.get(source)} → ${names.get(target)} ${text}`);
  return `${say(start)}${scenarioTitle(data.scenarios[scenario])}: ${said.join('; ')}`;
}

function build(scenario, width, look) {
  const { names, links: all } = flows(scenario);
  const narrow = width < 620;
  const links = width < 800 ? all.filter(({ source }) => source >= channels) : all;
  if (links.length === 0) return null;
  const font = `${narrow ? 11 : 12}px ${look.family}`;
  if (narrow)
    for (const node of names.keys())
      if (node >= channels && !isEnd(node)) names.set(node, say(shortNames[node - channels]));
  const layout = laidOut(links, names, width, narrow, font);
  const title = linesOf(scenarioTitle(data.scenarios[scenario]), width, `600 13px ${look.family}`);
  const top = 18 * title.length + 8;
  const scene = { ...layout, names, look, font, top, title, width };
  return {
    height: top + layout.height + 8,
    option: {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', min: 0, max: 1, show: false },
      yAxis: { type: 'value', min: 0, max: 1, show: false },
      tooltip: {
        ...tipStyle(look),
        trigger: 'item',
        formatter: ({ seriesIndex, dataIndex }) => tip(seriesIndex === 0 ? explain(scene.links[dataIndex], names) : []),
      },
      series: [
        {
          type: 'custom',
          data: scene.links.map((_, index) => [0, index]),
          renderItem: ({ dataIndex }) => band(scene.links[dataIndex], scene),
        },
        { type: 'custom', silent: true, z: 3, tooltip: { show: false }, data: [[0, 0]], renderItem: () => nodes(scene) },
      ],
    },
  };
}

function explain({ source, target, text, low, high }, names) {
  return [
    `${names.get(source)} → ${names.get(target)}`,
    `${text} ${say({ en: 'people', zh: '人' })} (${say({ en: 'nine in ten futures', zh: '十分之九的推演' })}: ${low} … ${high})`,
  ];
}

const sum = (list) => list.reduce((total, { value }) => total + value, 0);

// Places of nodes and of passing bands, column by column.
function laidOut(links, names, width, narrow, font) {
  const used = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  const columns = [...new Set(used.map(columnOf))].sort((a, b) => a - b);
  const place = (node) => columns.indexOf(columnOf(node));
  const endNames = used.filter(isEnd).map((node) => names.get(node));
  const most = narrow ? 84 : 170;
  const right = Math.min(most, Math.ceil(Math.max(...endNames.map((name) => textWidth(`${name} 000.0`, font)))) + 8);
  const step = (width - right - 10) / (columns.length - 1);
  const items = used.map((node) => {
    const value = Math.max(sum(links.filter(({ target }) => target === node)), sum(links.filter(({ source }) => source === node)));
    const lines = linesOf(`${names.get(node)} ${value.toFixed(1)}`, (isEnd(node) ? right : step) - 16, font);
    return { node, value, lines, column: place(node), order: orderOf(node) };
  });
  const least = (thinnest / 100) * (narrow ? 3 : 1) * Math.max(...items.map(({ value }) => value));
  const routed = links.filter(({ value }) => value >= least).map((link) => {
    const passes = [];
    for (let column = place(link.source) + 1; column < place(link.target); column += 1)
      passes.push({ value: link.value, column, order: 60 + orderOf(link.target) / 10, lines: [] });
    items.push(...passes);
    return { ...link, passes };
  });
  const height = stack(items, narrow, columns.length);
  for (const item of items) item.x = item.column * step;
  const at = new Map(items.filter(({ node }) => node !== undefined).map((item) => [item.node, item]));
  return { links: ribbons(routed, at), items: [...at.values()], height };
}

// Every column from the top; a node is as high as its people or its words need.
function stack(items, narrow, columns) {
  const column = (index) => items.filter((item) => item.column === index).sort((a, b) => a.order - b.order);
  const total = Math.max(...Array.from({ length: columns }, (_, index) => sum(column(index).filter(({ node }) => node !== undefined))));
  const scale = (narrow ? 200 : 250) / total;
  let height = 0;
  for (let index = 0; index < columns; index += 1) {
    let y = 0;
    for (const item of column(index)) {
      item.thick = item.value * scale;
      const slot = Math.max(item.thick, 14 * item.lines.length);
      item.y = y + (slot - item.thick) / 2;
      item.slot = { y, height: slot };
      y += slot + (item.node === undefined ? 2 : 9);
    }
    height = Math.max(height, y);
  }
  return height;
}

// Where each link leaves and enters: in the order of what it leads to and comes from.
function ribbons(links, at) {
  const out = new Map();
  const into = new Map();
  const take = (map, item, thick) => {
    const used = map.get(item.node) ?? 0;
    map.set(item.node, used + thick);
    return item.y + used;
  };
  const shown = links.map((link) => ({ ...link, from: at.get(link.source), to: at.get(link.target) }));
  const thickOf = (link) => (link.value / link.from.value) * link.from.thick;
  for (const link of [...shown].sort((a, b) => (a.passes[0] ?? a.to).y - (b.passes[0] ?? b.to).y)) link.start = take(out, link.from, thickOf(link));
  for (const link of [...shown].sort((a, b) => (a.passes.at(-1) ?? a.from).y - (b.passes.at(-1) ?? b.from).y)) link.end = take(into, link.to, thickOf(link));
  return shown.map((link) => ({ ...link, thick: thickOf(link) }));
}

const bar = 9; // width of a node

function band({ from, to, start, end, thick, passes, target }, { look, top }) {
  const points = [
    [from.x + bar, start],
    ...passes.flatMap(({ x, y }) => [
      [x, y],
      [x + bar, y],
    ]),
    [to.x, end],
  ].map(([x, y]) => [x, y + top]);
  const forth = points.slice(1).map(([x, y], index) => curve(points[index], [x, y]));
  const back = [...points].reverse().map(([x, y]) => [x, y + Math.max(thick, 0.75)]);
  const home = back.slice(1).map(([x, y], index) => curve(back[index], [x, y]));
  const pathData = `M${points[0]}${forth.join('')}L${back[0]}${home.join('')}Z`;
  const quiet = isEnd(target);
  return {
    type: 'path',
    shape: { pathData },
    style: { fill: quiet ? look.band_outer : look.band_inner, opacity: 0.85, stroke: look.paper, lineWidth: 0.5 },
  };
}

function curve([x1, y1], [x2, y2]) {
  const middle = (x1 + x2) / 2;
  return y1 === y2 ? `L${x2},${y2}` : `C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
}

function nodes({ items, look, font, top, title }) {
  return {
    type: 'group',
    children: [
      ...title.map((text, line) => ({ type: 'text', style: { x: 0, y: 2 + 18 * line, text, fill: look.ink, font: `600 13px ${look.family}` } })),
      ...items.flatMap((item) => [
        { type: 'rect', shape: { x: item.x, y: item.y + top, width: bar, height: Math.max(1, item.thick) }, style: { fill: look.soft } },
        ...item.lines.map((text, line) => ({
          type: 'text',
          style: {
            x: item.x + bar + 4,
            y: top + item.slot.y + item.slot.height / 2 + 14 * (line - (item.lines.length - 1) / 2),
            text,
            font,
            fill: look.ink,
            stroke: look.paper,
            lineWidth: 3,
            verticalAlign: 'middle',
          },
        })),
      ]),
    ],
  };
}
