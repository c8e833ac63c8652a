// Numbers as the tables write them. The page holds them as whole counts of their last shown digit, so that what a
// script writes is what the program wrote: a true minus sign, grouped thousands, no negative zero.
const minus = '\u2212';

export function plain(count, decimals) {
  if (count === null || count === undefined) return '–';
  const digits = String(Math.abs(count)).padStart(decimals + 1, '0');
  const front = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${count < 0 ? minus : ''}${front}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

export const signed = (count, decimals) => (count > 0 ? '+' : '') + plain(count, decimals);
export const range = (low, high, decimals) => `[${signed(low, decimals)}, ${signed(high, decimals)}]`;

// One digit fewer, halves away from zero.
export const shorter = (count) => (count === null ? null : Math.sign(count) * Math.floor((Math.abs(count) + 5) / 10));

export const value = (count, decimals) => (count === null ? null : count / 10 ** decimals);

// From differences, each to the last number that there is, to numbers.
export function undiffered(steps) {
  let last = 0;
  return steps.map((step) => (step === null ? null : (last += step)));
}
