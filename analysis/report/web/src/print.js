// For paper: tables in open parts are unfolded, charts are drawn at the width of an A4 page and in light colours.
import { redrawCharts } from './chart.js';

const paperWidth = 680;
let unfolded = [];
let printing = false;

function prepare() {
  if (printing) return;
  printing = true;
  unfolded = [...document.querySelectorAll('details.fold:not([open])')].filter(
    (fold) => !fold.closest('.fan:not([open])'),
  );
  for (const fold of unfolded) fold.open = true;
  document.documentElement.classList.add('printing');
  redrawCharts(paperWidth);
}

function restore() {
  if (!printing) return;
  printing = false;
  for (const fold of unfolded) fold.open = false;
  document.documentElement.classList.remove('printing');
  redrawCharts();
}

export function startPrinting() {
  addEventListener('beforeprint', prepare);
  addEventListener('afterprint', restore);
  matchMedia('print').addEventListener('change', (event) => (event.matches ? prepare() : restore()));
}
