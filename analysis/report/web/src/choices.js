// Year, language and theme: radio buttons in the bar; every change redraws the charts and reloads nothing.
import { redrawCharts } from './chart.js';
import { chosen } from './data.js';

const root = document.documentElement;

function chooseYear(value) {
  chosen.year = Number(value);
  for (const part of document.querySelectorAll('[data-year]')) part.hidden = Number(part.dataset.year) !== chosen.year;
}

function chooseLanguage(value) {
  root.dataset.lang = value;
  root.lang = value === 'zh' ? 'zh-CN' : 'en';
}

function chooseTheme(value) {
  root.dataset.theme = value;
}

const choices = { year: chooseYear, lang: chooseLanguage, theme: chooseTheme };

export function startChoices() {
  for (const [name, choose] of Object.entries(choices)) {
    for (const input of document.querySelectorAll(`input[name="${name}"]`)) {
      if (input.defaultChecked) {
        input.checked = true; // browsers restore an earlier choice on reload
        choose(input.value);
      }
      input.addEventListener('change', () => {
        choose(input.value);
        redrawCharts();
      });
    }
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawCharts);
}
