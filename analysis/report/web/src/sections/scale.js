// A scale with round steps that holds all values: about five steps, of 1, 2 or 5 times a power of ten.
export function niceScale(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => span / candidate <= 5);
  const min = low >= 0 && low < step ? 0 : Math.floor(low / step) * step;
  const max = Math.max(Math.ceil(high / step) * step, min + step);
  return { min, max, step, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

// An axis of numbers on such a scale, with its name below.
export function numberAxis(scale, look, name) {
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    name,
    nameLocation: 'middle',
    nameGap: 25,
    nameTextStyle: { color: look.soft, fontSize: 11.5, fontFamily: look.family },
    axisLabel: {
      color: look.soft,
      fontSize: 11,
      fontFamily: look.family,
      hideOverlap: true,
      formatter: (value) => value.toFixed(scale.decimals).replace('-', '\u2212'),
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}
