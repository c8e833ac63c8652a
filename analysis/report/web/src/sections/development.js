// How it develops: per outcome one small panel per policy, all on the same scale, the baseline dashed in each.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { plain } from '../numbers.js';
import { fanSeries } from './fan.js';
import { niceScale } from './scale.js';

export function mount(place) {
  for (const part of place.querySelectorAll('.fan')) {
    const outcome = Number(part.dataset.outcome);
    const bands = data.bands.filter((band) => band.outcome === outcome && band.p50.length > 0);
    addChart(part.querySelector('.charts'), {
      name: `years-${data.outcomes[outcome].id}`,
      label: () => label(outcome, bands),
      build: (width, look) => build(outcome, bands, width, look),
    });
  }
}

const written = (value, decimals) => (value === null ? '–' : plain(Math.round(value * 10 ** decimals), decimals));

function label(outcome, bands) {
  const { label: name, decimals } = data.outcomes[outcome];
  const start = { en: `${name.en} by year, bands of luck. `, zh: `${name.zh}，逐年，带状区域表示运气。` };
  const ends = bands.map(
    (band) =>
      `${scenarioTitle(data.scenarios[band.scenario])}: ${written(band.p50[0], decimals)} → ${written(band.p50.at(-1), decimals)} (${written(band.p05.at(-1), decimals)} … ${written(band.p95.at(-1), decimals)})`,
  );
  return say(start) + ends.join('; ');
}

// Panels side by side, as many as fit; each row of panels has room above for its longest title.
function panels(bands, width, margins, look) {
  const most = Math.min(4, Math.max(1, Math.floor(width / 165)));
  const columns = Math.ceil(bands.length / Math.ceil(bands.length / most));
  const step = width / columns;
  const plot = width >= 900 ? 128 : 104;
  const font = `600 12.5px ${look.family}`;
  const all = bands.map((band, index) => ({
    band,
    ...margins,
    font,
    plot,
    column: index % columns,
    row: Math.floor(index / columns),
    x: (index % columns) * step,
    width: step,
  }));
  let y = 0;
  for (let row = 0; row <= all.at(-1).row; row += 1) {
    const inRow = all.filter((panel) => panel.row === row);
    for (const panel of inRow)
      panel.title = linesOf(scenarioTitle(data.scenarios[panel.band.scenario]), step - 14, font);
    const head = 16 * Math.max(...inRow.map(({ title }) => title.length)) + 10;
    for (const panel of inRow) Object.assign(panel, { y, head });
    y += head + plot + 36;
  }
  return all;
}

function build(outcome, bands, width, look) {
  if (bands.length === 0) return null;
  const { decimals } = data.outcomes[outcome];
  const years = {
    first: data.startYear,
    last: data.startYear + bands[0].p50.length - 1,
    chosen: data.startYear + chosen.year - 1,
  };
  const scale = niceScale(bands.flatMap(({ p05, p95 }) => [...p05, ...p95]).filter((value) => value !== null));
  const widest = (texts, font) => Math.ceil(Math.max(...texts.map((text) => textWidth(text, font))));
  const left =
    widest(
      [scale.min, scale.max].map((value) => written(value, scale.decimals)),
      `11px ${look.family}`,
    ) + 10;
  const right =
    widest(
      bands.map(({ p50 }) => written(p50.at(-1), decimals)),
      `600 12px ${look.family}`,
    ) + 14;
  const all = panels(bands, width, { left, right }, look);
  const baseline = bands.find(({ scenario }) => scenario === chosen.baseline);
  return {
    height: all.at(-1).y + all.at(-1).head + all[0].plot + 28,
    option: {
      tooltip: {
        ...tipStyle(look),
        trigger: 'axis',
        axisPointer: { type: 'line', lineStyle: { color: look.faint } },
        formatter: (points) => tip(explain(points, bands, years, decimals)),
      },
      grid: all.map((panel) => ({
        left: panel.x + left,
        top: panel.y + panel.head,
        width: panel.width - left - right,
        height: panel.plot,
      })),
      xAxis: all.map((_, index) => yearAxis(index, years, look)),
      yAxis: all.map((_, index) => levelAxis(index, scale, look)),
      series: all.flatMap((panel, index) =>
        fanSeries({ panel, index, years, baseline, look, end: written(panel.band.p50.at(-1), decimals) }),
      ),
    },
  };
}

function yearAxis(gridIndex, years, look) {
  return {
    type: 'value',
    gridIndex,
    min: years.first,
    max: years.last,
    axisLabel: {
      customValues: [years.first, years.last],
      color: look.soft,
      fontSize: 11,
      fontFamily: look.family,
      formatter: (value) => String(value),
      alignMinLabel: 'left',
      alignMaxLabel: 'right',
    },
    axisLine: { onZero: false, lineStyle: { color: look.faint } },
    axisTick: { show: false },
    splitLine: { show: false },
  };
}

function levelAxis(gridIndex, scale, look) {
  return {
    type: 'value',
    gridIndex,
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLabel: {
      color: look.soft,
      fontSize: 11,
      fontFamily: look.family,
      margin: 6,
      formatter: (value) => written(value, scale.decimals),
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function explain(points, bands, years, decimals) {
  const point = points.find(({ seriesName }) => seriesName.startsWith('middle')) ?? points[0];
  const band = bands[Number(point.seriesName.split(' ')[1])];
  const at = point.value[0] - years.first;
  const range = (low, high) => `${written(band[low][at], decimals)} … ${written(band[high][at], decimals)}`;
  return [
    `${point.value[0]} · ${scenarioTitle(data.scenarios[band.scenario])}`,
    `${say({ en: 'middle future', zh: '居中' })}: ${written(band.p50[at], decimals)}`,
    `${say({ en: 'half of the futures', zh: '一半推演' })}: ${range('p25', 'p75')}`,
    `${say({ en: 'nine in ten', zh: '十分之九' })}: ${range('p05', 'p95')}`,
  ];
}
