// The numbers embedded in the page, and the chosen verdict year and language.
export const data = JSON.parse(document.getElementById('report-data').textContent);

export const chosen = {
  year: data.verdictYears[0],
  variant: 1,
  get lang() {
    return document.documentElement.dataset.lang;
  },
};

// A text {en, zh} in the chosen language.
export const say = (text) => text[chosen.lang];
export const scenarioTitle = (scenario) => `${scenario.letter} ${say(scenario.name)}`;
