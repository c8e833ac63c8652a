// One chart in the page: drawn as SVG at the width it has, again whenever width, language, theme or year change, with a
// label of ours for those who cannot see it, a viewBox so that it scales on paper, and a button that saves it.
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
  charts.push({ box, tools, label, build, paper, instance: null, drawnWidth: 0 });
}

function draw(chart) {
  const width = Math.round(forcedWidth * chart.paper) || chart.box.clientWidth;
  if (width === 0) return;
  const drawing = chart.build(width, look());
  chart.box.hidden = chart.tools.hidden = drawing === null;
  if (drawing === null) return;
  chart.drawnWidth = width;
  const size = { width, height: Math.ceil(drawing.height) };
  chart.instance ??= init(chart.box, null, { renderer: 'svg', ...size });
  chart.instance.resize(size);
  chart.instance.setOption({ animation: false, ...drawing.option }, { notMerge: true });
  finish(chart, size);
}

function finish(chart, { width, height }) {
  chart.box.setAttribute('aria-label', chart.label());
  const svg = chart.box.querySelector('svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-hidden', 'true');
}

export function redrawCharts(width = 0) {
  forcedWidth = typeof width === 'number' ? width : 0;
  for (const chart of charts) draw(chart);
}

export function startCharts() {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const chart = charts.find(({ box }) => box === target);
      if (!forcedWidth && target.clientWidth !== chart.drawnWidth) draw(chart);
    }
  });
  for (const chart of charts) {
    draw(chart);
    watcher.observe(chart.box);
  }
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
