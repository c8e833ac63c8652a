// Without scripts every fold stands open; with scripts they start closed, except those marked to stay open.
export function startFolds() {
  for (const fold of document.querySelectorAll('details')) fold.open = 'staysOpen' in fold.dataset;
}
