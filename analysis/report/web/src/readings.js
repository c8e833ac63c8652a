// Charts of these sections draw what their table says, so that no number stands in the page twice. A table has one body
// per part (data-part); its first row is the part's heading, every other row a label and one cell per column: a number
// and, small, the range of nine in ten futures.
import { chosen } from './data.js';

// "<5" is a group that is not shown, not a number.
const numberIn = (text) => (/\d/.test(text) && !text.includes('<') ? Number(text.replaceAll('\u2212', '-').replace(/[^\d.-]/g, '')) : null);

export function spoken(cell) {
  const own = cell.querySelector(`:scope > span[lang="${chosen.lang}"]`);
  return (own ?? cell).textContent.trim();
}

function reading(cell) {
  const small = cell.querySelector('small');
  const value = numberIn(cell.firstChild?.textContent ?? '');
  const [low, high] = small ? small.textContent.split('…').map(numberIn) : [value, value];
  return { value, low, high, text: (cell.firstChild?.textContent ?? '').trim() };
}

// [{ label, cells: [{ value, low, high, text }] }] of a part.
export function rowsOf(table, part) {
  const body = table.querySelector(`tbody[data-part="${part}"]`);
  if (!body) return [];
  return [...body.rows].slice(1).map((row) => ({
    label: spoken(row.cells[0]),
    to: row.dataset.to,
    cells: [...row.cells].slice(1).map(reading),
  }));
}

export function headingOf(table, part) {
  const cell = table.querySelector(`tbody[data-part="${part}"] .aim th`);
  if (!cell) return { words: '', unit: '' };
  return { words: spoken(cell), unit: spoken(cell.querySelector('small')) };
}
