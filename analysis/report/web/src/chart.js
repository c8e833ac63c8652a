// One chart in the page: drawn as SVG at the width it has, again whenever width, language, theme or year change, with a
// label of ours for those who cannot see it, a viewBox so that it scales on paper, and a button that saves it. A chart in
// a closed fold is drawn when the fold is opened.
import { init } from './echarts.js';
import { look } from './look.js';
import { download, toolButton } from './tools.js';

const charts = [];
let forcedWidth = 0;

const hint = { en: 'Save this chart as an SVG file', zh: '把此图存为 SVG 文件' };

// label() gives the written description; build(width, look) gives { height, option }, or null for nothing to draw. On
// paper a chart takes `paper` of the width.
export function addChart(parent, { name, label, build, paper = 1 }) {
  const box = document.createElement('div');
  box.className = 'chart';
  box.dataset.chart = name;
  box.setAttribute('role', 'img');
  const tools = toolButton('SVG', hint, () => saveImage(box, name));
  parent.append(box, tools);
  const chart = { box, tools, label, build, paper, instance: null, tooltip: null, drawnWidth: 0 };
  box.addEventListener('pointerenter', () => startTips(chart));
  charts.push(chart);
}

// All widths are read before anything is drawn: reading one after a change makes the browser lay out the page anew.
function drawAll(list) {
  const shown = list.filter(({ box }) => box.hidden || box.checkVisibility());
  const widths = shown.map(({ box, paper }) => Math.round(forcedWidth * paper) || widthOf(box));
  const colours = look();
  shown.forEach((chart, index) => widths[index] > 0 && draw(chart, widths[index], colours));
}

// A chart with nothing to draw is hidden and has no width of its own.
const widthOf = (box) => (box.hidden && box.parentElement.checkVisibility() ? box.parentElement : box).clientWidth;

function draw(chart, width, colours) {
  const drawing = chart.build(width, colours);
  chart.box.hidden = chart.tools.hidden = drawing === null;
  chart.drawnWidth = width;
  if (drawing === null) return;
  const size = { width, height: Math.ceil(drawing.height) };
  if (chart.instance) chart.instance.resize(size);
  chart.instance ??= init(chart.box, null, { renderer: 'svg', ...size });
  const { tooltip, grid, ...option } = drawing.option;
  chart.tooltip = tooltip;
  chart.instance.setOption({ animation: false, grid: [grid].flat().map(asGiven), ...option }, { notMerge: true });
  finish(chart, size);
}

// Charts leave the room their labels need; the library must not measure them again.
const asGiven = (grid) => ({ outerBoundsMode: 'none', ...grid });

// Tips are made when somebody first points at a chart: each needs elements and a layout of its own.
function startTips(chart) {
  if (chart.tooltip) chart.instance.setOption({ tooltip: chart.tooltip });
  chart.tooltip = null;
}

function finish(chart, { width, height }) {
  chart.box.setAttribute('aria-label', chart.label());
  const svg = chart.box.querySelector('svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-hidden', 'true');
}

// Charts that cannot be seen now are drawn anew when they can be.
export function redrawCharts(width = 0) {
  forcedWidth = typeof width === 'number' ? width : 0;
  for (const chart of charts) chart.drawnWidth = 0;
  drawAll(charts);
}

export function startCharts() {
  drawAll(charts);
  const watcher = new ResizeObserver((entries) => {
    const boxes = new Set(entries.map(({ target }) => target));
    const changed = ({ box, drawnWidth }) => boxes.has(box) && box.clientWidth !== drawnWidth;
    if (!forcedWidth) drawAll(charts.filter(changed));
  });
  for (const { box } of charts) watcher.observe(box);
  const opened = ({ target }) => drawAll(charts.filter(({ box, drawnWidth }) => drawnWidth === 0 && target.contains(box)));
  document.addEventListener('toggle', opened, true);
}

function saveImage(box, name) {
  const svg = box.querySelector('svg').cloneNode(true);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('style', `background:${look().sheet}`);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = box.getAttribute('aria-label');
  svg.prepend(title);
  download(`${name}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(svg));
}

// The content of a tooltip: lines of plain text, so that no name can become markup.
export function tip(lines) {
  const box = document.createElement('div');
  box.className = 'tip';
  for (const line of lines) box.append(Object.assign(document.createElement('div'), { textContent: line }));
  return box;
}

export function tipStyle(colours) {
  return {
    confine: true,
    backgroundColor: colours.sheet,
    borderColor: colours.faint,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: colours.ink, fontSize: 12.5, fontFamily: colours.family },
  };
}
