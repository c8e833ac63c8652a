// On narrow pages the rows of a stacked table are cards without a heading row: each cell then says what its column is.
const narrow = matchMedia('(max-width: 700px)');
const inLanguage = (cell, lang) => cell.querySelector(`:scope > span[lang="${lang}"]`)?.textContent ?? cell.textContent;

function labelCells(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => [inLanguage(cell, 'en'), inLanguage(cell, 'zh')]);
  for (const row of table.querySelectorAll('tbody tr:not(.aim)')) {
    [...row.cells].slice(1).forEach((cell, at) => ([cell.dataset.en, cell.dataset.zh] = heads[at + 1]));
  }
}

// Settings and changes have labels of their own in the style sheet, so that they are there without scripts too.
export function startStacks() {
  const label = () => narrow.matches && document.querySelectorAll('table.stack:not(.settings, .changes)').forEach(labelCells);
  label();
  narrow.addEventListener('change', label);
}
