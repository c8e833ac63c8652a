// What really changes: one row per outcome and policy, on a common scale of smallest changes that matter, right =
// better (neutral outcomes: right = higher). Divided into charts that fit on a printed page.
import { addChart } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { forest } from './forest.js';

const rowHeight = 21;
const tallest = 780;

export function mount(place) {
  divided(judgedOutcomes()).forEach((outcomes, index) => {
    addChart(place, {
      name: `changes-${index + 1}`,
      label: () => label(outcomes),
      build: (width, look) => (outcomes.some((outcome) => cellsOf(outcome).length > 0) ? forest(groupsOf(outcomes), scaleEnd(), width, look) : null),
    });
  });
}

// Outcomes with verdicts, by aim.
function judgedOutcomes() {
  const judged = new Set(data.cells.map(({ outcome }) => outcome));
  return data.aims.flatMap(({ id }) => [...judged].filter((outcome) => data.outcomes[outcome].aim === id).sort((a, b) => a - b));
}

function divided(outcomes) {
  const each = Math.max((data.scenarios.length - 1) * rowHeight, 54) + 24;
  const charts = Math.ceil((outcomes.length * each) / tallest);
  const size = Math.ceil(outcomes.length / charts);
  return Array.from({ length: charts }, (_, index) => outcomes.slice(index * size, (index + 1) * size)).filter((part) => part.length > 0);
}

const cellsOf = (outcome) => data.cells.filter((cell) => cell.outcome === outcome && cell.year === chosen.year);

// The heading of an aim stands over its first outcome of a chart.
function groupsOf(outcomes) {
  return outcomes.map((index, place) => {
    const outcome = data.outcomes[index];
    const first = place === 0 || data.outcomes[outcomes[place - 1]].aim !== outcome.aim;
    return { outcome, aim: first ? say(data.aims.find(({ id }) => id === outcome.aim).words) : '', rows: cellsOf(index).map(scaled) };
  });
}

// A cell on the common scale: how many times the smallest change that matters, positive = better.
function scaled(cell) {
  const { matters, direction } = data.outcomes[cell.outcome];
  const unit = (matters || largest(cell.outcome) / 4 || 1) * (direction === 'lower_better' ? -1 : 1);
  const [low, high] = [cell.low / unit, cell.high / unit].sort((a, b) => a - b);
  return { cell, at: cell.difference / unit, low, high };
}

const largest = (outcome) => Math.max(...cellsOf(outcome).flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));

// Where the scale ends: most rows fit, the others get an arrow.
function scaleEnd() {
  const reaches = data.cells.filter(({ year }) => year === chosen.year).map(scaled).map(({ low, high }) => Math.max(-low, high)).sort((a, b) => a - b);
  const wanted = reaches[Math.floor(0.85 * (reaches.length - 1))] ?? 0;
  return [3, 4, 6, 8, 12].find((end) => end >= wanted) ?? 12;
}

function label(outcomes) {
  const said = outcomes.flatMap(cellsOf).map((cell) =>
    `${say(data.outcomes[cell.outcome].label)}, ${scenarioTitle(data.scenarios[cell.scenario])}: ${cell.differenceText} ${cell.rangeText} ${say(data.verdicts[cell.verdict].words)}`);
  const start = { en: `Paired differences after ${chosen.year} years. `, zh: `${chosen.year} 年后的对照差异。` };
  return say(start) + said.join('; ');
}
