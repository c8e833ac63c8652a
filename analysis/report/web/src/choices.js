// Year, language and theme: radio buttons in the bar; every change redraws the charts and reloads nothing.
import { redrawCharts } from './chart.js';
import { chosen, data, scenarioTitle } from './data.js';

const root = document.documentElement;

function chooseYear(value) {
  chosen.year = Number(value);
  for (const part of document.querySelectorAll('[data-year]')) part.hidden = Number(part.dataset.year) !== chosen.year;
}

function chooseLanguage(value) {
  root.dataset.lang = value;
  root.lang = value === 'zh' ? 'zh-CN' : 'en';
  // An option can hold one language only.
  for (const option of document.querySelectorAll('select[name="baseline"] option'))
    option.textContent = scenarioTitle(data.scenarios[Number(option.value)]);
}

function chooseTheme(value) {
  root.dataset.theme = value;
}

// Every section that shows one policy beside today's rules has its own buttons; all of them move together.
function chooseVariant(value) {
  chosen.variant = Number(value);
  for (const input of document.querySelectorAll('input[data-variant-choice]')) input.checked = input.value === value;
  for (const part of document.querySelectorAll('[data-variant]')) part.hidden = Number(part.dataset.variant) !== chosen.variant;
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
  chooseVariant('1');
  for (const input of document.querySelectorAll('input[data-variant-choice]')) {
    input.addEventListener('change', () => {
      chooseVariant(input.value);
      redrawCharts();
    });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawCharts);
}
