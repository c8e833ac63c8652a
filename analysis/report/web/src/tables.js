// A CSV button for every table: the cells as they read in the chosen language, numbers with a plain minus sign.
import { chosen } from './data.js';
import { download, toolButton } from './tools.js';

function cellText(cell) {
  const copy = cell.cloneNode(true);
  const hidden = chosen.lang === 'zh' ? 'span[lang="en"]' : 'span[lang="zh"]';
  for (const part of copy.querySelectorAll(`${hidden}, .who, i`)) part.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function plain(text) {
  return /^[+\u2212]?[\d,]+(\.\d+)?$/.test(text)
    ? text.replace('\u2212', '-').replace('+', '').replaceAll(',', '')
    : text;
}

function quoted(text) {
  const safe = /^[=@+\-\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text; // no formulas from names
  return /[",\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Headings inside a table become its first column.
export function csvOf(table) {
  const grouped = table.querySelector('tr.aim') !== null;
  const lines = [];
  let group = '';
  for (const row of table.rows) {
    const cells = [...row.cells].map(cellText);
    if (row.classList.contains('aim')) [group] = cells;
    else lines.push(grouped ? [group, ...cells] : cells);
  }
  return '\uFEFF' + lines.map((cells) => cells.map((cell) => quoted(plain(cell))).join(',')).join('\r\n') + '\r\n';
}

const hint = { en: 'Save this table as a CSV file', zh: '把此表存为 CSV 文件' };

export function startTables() {
  for (const table of document.querySelectorAll('table[data-csv]')) {
    const save = () => download(`${table.dataset.csv}.csv`, 'text/csv', csvOf(table));
    table.parentElement.after(toolButton('CSV', hint, save));
  }
}
