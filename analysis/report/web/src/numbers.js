// Numbers as the tables write them. The page holds them as whole counts of their last digit, of what is drawn, too, with
// one digit more, so that what a script writes is what the program wrote: a true minus sign, grouped thousands, no
// negative zero.
const minus = '\u2212';

export function plain(count, decimals) {
  if (count === null || count === undefined) return '–';
  const digits = String(Math.abs(count)).padStart(decimals + 1, '0');
  const front = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${count < 0 ? minus : ''}${front}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

const signed = (count, decimals) => (count > 0 ? '+' : '') + plain(count, decimals);

// One digit fewer, halves away from zero.
export const shorter = (count) => (count === null ? null : Math.sign(count) * Math.floor((Math.abs(count) + 5) / 10));

// Of counts with one digit more than is written: where the range is clear of 0, what has no digit left keeps its sign.
export function within(count, low, high, decimals) {
  const written = signed(shorter(count), decimals);
  const isClear = low !== null && high !== null && (low > 0 || high < 0);
  return isClear && shorter(count) === 0 ? (low > 0 ? '+' : minus) + plain(0, decimals) : written;
}

export const value = (count, decimals) => (count === null ? null : count / 10 ** decimals);

// From differences, each to the last number that there is, to numbers.
export function undiffered(steps) {
  let last = 0;
  return steps.map((step) => (step === null ? null : (last += step)));
}
