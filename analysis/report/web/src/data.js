// The numbers embedded in the page, and the chosen verdict year, language and baseline. Numbers come as whole counts
// (numbers.js), in short rows that are unfolded here.
import { undiffered, value, within } from './numbers.js';

export const data = JSON.parse(document.getElementById('report-data').textContent);

export const chosen = {
  year: data.verdictYears[0],
  variant: 1,
  baseline: 0,
  get lang() {
    return document.documentElement.dataset.lang;
  },
};

function withTexts(cell, decimals, counts) {
  const [, low, high] = counts;
  const [difference, from, to] = counts.map((count) => value(count, decimals + 1));
  const [differenceText, ...ends] = counts.map((count) => within(count, low, high, decimals));
  return { ...cell, difference, low: from, high: to, differenceText, rangeText: `[${ends.join(', ')}]` };
}

// Of what is too rare the range of the average change is not trusted: neither said nor drawn, but in how many futures it
// differs at all. What has no value under either policy has no change.
const trusted = (cell, differing) => {
  if (cell.verdict === 'not_measured') return { ...cell, differenceText: '', rangeText: '' };
  if (cell.verdict !== 'too_rare') return cell;
  return { ...cell, low: cell.difference, high: cell.difference, rangeText: '', rare: differingWords(differing) };
};

function differingWords([differing, from, to]) {
  const all = data.replications;
  return {
    en: `differs in ${differing} of ${all} futures [${from}–${to} %]`,
    zh: `${all} 次推演中有 ${differing} 次不同 [${from}–${to} %]`,
  };
}

data.cells = data.cells.map(([outcome, scenario, year, decimals, difference, low, high, verdict, differing]) =>
  trusted(
    withTexts({ outcome, scenario, year, verdict: data.verdictNames[verdict] }, decimals, [difference, low, high]),
    differing,
  ),
);

data.bands = data.bands.map(([outcome, scenario, ...levels]) => {
  const counts = levels.map(undiffered);
  const decimals = data.outcomes[outcome].decimals + 1;
  const [p05, p25, p50, p75, p95] = counts.map((list) => list.map((count) => value(count, decimals)));
  return { outcome, scenario, p05, p25, p50, p75, p95, counts: { p05: counts[0], p50: counts[2], p95: counts[4] } };
});

// Of two variants, [a, b] with a < b, in the order in which their differences b - a are embedded.
const pairs = data.scenarios.flatMap((_, b) => data.scenarios.slice(1, b).map((_, i) => [i + 1, b]));
const pairPlace = new Map(pairs.map(([a, b], place) => [`${a} ${b}`, place]));

// The change of a scenario against the chosen baseline. Against the declared one (0) only outcomes with verdicts are
// found here. Any other was not declared: no verdict, however clear; only that nothing differs, or in too few futures.
export function changeOf(outcome, scenario, year, baseline = chosen.baseline) {
  if (baseline === 0) return declared.get(`${outcome} ${scenario} ${year}`);
  if (scenario === 0) {
    const cell = data.between[outcome]?.first[data.verdictYears.indexOf(year)]?.[baseline - 1];
    return cell && undeclared(outcome, scenario, year, cell, -1);
  }
  const [a, b] = [scenario, baseline].sort((x, y) => x - y);
  const cell = data.between[outcome]?.others[data.verdictYears.indexOf(year)]?.[pairPlace.get(`${a} ${b}`)];
  return cell && undeclared(outcome, scenario, year, cell, scenario > baseline ? 1 : -1);
}

const declared = new Map(data.cells.map((cell) => [`${cell.outcome} ${cell.scenario} ${cell.year}`, cell]));

function undeclared(outcome, scenario, year, [decimals, difference, low, high, said, differing], sign) {
  const turned = (count) => (count === null ? null : sign * count || 0);
  const ends = sign > 0 ? [low, high] : [turned(high), turned(low)];
  const verdict = data.verdictNames[said] ?? 'exploratory';
  return trusted(withTexts({ outcome, scenario, year, verdict }, decimals, [turned(difference), ...ends]), differing);
}

// A text {en, zh} in the chosen language.
export const say = (text) => text[chosen.lang];
export const scenarioTitle = (scenario) => `${scenario.letter} ${say(scenario.name)}`;
