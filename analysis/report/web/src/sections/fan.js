// One panel of a fan: title, two bands, the middle future with its last value, today's middle future dashed.
export function fanSeries(scene) {
  const { panel, index, baseline, years, look } = scene;
  const series = [bands(scene), middle(scene)];
  if (baseline && panel.band !== baseline) series.push(dashed(index, baseline, years, look));
  return series;
}

const points = (values, years) =>
  values.map((value, index) => [years.first + index, value]).filter(([, value]) => value !== null);

function bands(scene) {
  const { panel, index, years, look } = scene;
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    silent: true,
    z: 1,
    tooltip: { show: false },
    data: [[years.first, panel.band.p50[0] ?? 0]],
    renderItem: (_, api) => ({
      type: 'group',
      children: [
        area(api, points(panel.band.p05, years), points(panel.band.p95, years), look.band_outer),
        area(api, points(panel.band.p25, years), points(panel.band.p75, years), look.band_inner),
        ...verdictYear(panel, years, api, look),
        ...title(panel, look),
        ...lastValue(scene, api),
      ],
    }),
  };
}

function area(api, lower, upper, fill) {
  const outline = [...lower, ...[...upper].reverse()].map((point) => api.coord(point));
  return { type: 'polygon', shape: { points: outline }, style: { fill } };
}

function title(panel, look) {
  return panel.title.map((text, line) => ({
    type: 'text',
    style: { x: panel.x, y: panel.y + 2 + 16 * line, text, fill: look.ink, font: panel.font },
  }));
}

function verdictYear(panel, years, api, look) {
  const [x] = api.coord([years.chosen, 0]);
  const y1 = panel.y + panel.head;
  return [
    {
      type: 'line',
      shape: { x1: x, x2: x, y1, y2: y1 + panel.plot },
      style: { stroke: look.soft, lineWidth: 1, lineDash: [1, 3] },
    },
  ];
}

function lastValue({ panel, years, look, end }, api) {
  const value = panel.band.p50.at(-1);
  if (value === null) return [];
  const [x, y] = api.coord([years.last, value]);
  return [
    {
      type: 'text',
      style: { x: x + 5, y, text: end, fill: look.ink, font: `600 12px ${look.family}`, verticalAlign: 'middle' },
    },
  ];
}

function middle({ panel, index, years, look }) {
  return {
    type: 'line',
    name: `middle ${index}`,
    xAxisIndex: index,
    yAxisIndex: index,
    z: 3,
    showSymbol: false,
    symbol: 'circle',
    data: points(panel.band.p50, years),
    lineStyle: { color: look.ink, width: 2 },
    itemStyle: { color: look.ink },
  };
}

function dashed(index, baseline, years, look) {
  return {
    type: 'line',
    name: `today ${index}`,
    xAxisIndex: index,
    yAxisIndex: index,
    z: 2,
    silent: true,
    symbol: 'none',
    data: points(baseline.p50, years),
    lineStyle: { color: look.soft, width: 1.5, type: 'dashed' },
  };
}
