// What really changes: one row per outcome and policy, on a common scale of smallest changes that matter, right =
// better (neutral outcomes: right = higher). Divided into charts that fit on a printed page.
import { addChart } from '../chart.js';
import { changeOf, chosen, data, say, scenarioTitle } from '../data.js';
import { forest } from './forest.js';

const rowHeight = 21;
const tallest = 820; // on paper a chart is never divided
const shared = 360; // aims that need no more stand together

export function mount(place) {
  divided().forEach((outcomes, index) => {
    addChart(place, {
      name: `changes-${index + 1}`,
      label: () => label(outcomes),
      build: (width, look) =>
        outcomes.some((outcome) => cellsOf(outcome).length > 0)
          ? forest(groupsOf(outcomes), yearCells(), scaleEnd(), width, look)
          : null,
    });
  });
}

// Outcomes with verdicts, one list per aim.
const judged = [...new Set(data.cells.map(({ outcome }) => outcome))].sort((a, b) => a - b);

function judgedByAim() {
  return data.aims
    .map(({ id }) => judged.filter((outcome) => data.outcomes[outcome].aim === id))
    .filter((list) => list.length > 0);
}

// One chart per aim, divided only where it would not fit on a page; small aims share one.
function divided() {
  const each = Math.max((data.scenarios.length - 1) * rowHeight, 54) + 20;
  const most = Math.max(1, Math.floor(tallest / each));
  const few = Math.max(1, Math.floor(shared / each));
  const charts = [];
  for (const outcomes of judgedByAim()) {
    const parts = Math.ceil(outcomes.length / most);
    const size = Math.ceil(outcomes.length / parts);
    for (let first = 0; first < outcomes.length; first += size) {
      const part = outcomes.slice(first, first + size);
      if (parts === 1 && charts.length > 0 && charts.at(-1).length + part.length <= few) charts.at(-1).push(...part);
      else charts.push(part);
    }
  }
  return charts;
}

const yearCells = () =>
  judged.flatMap((outcome) =>
    data.scenarios.map((_, scenario) => changeOf(outcome, scenario, chosen.year)).filter((cell) => cell !== undefined),
  );
const cellsOf = (outcome) => yearCells().filter((cell) => cell.outcome === outcome);

// The heading of an aim stands over its first outcome of a chart.
function groupsOf(outcomes) {
  return outcomes.map((index, place) => {
    const outcome = data.outcomes[index];
    const first = place === 0 || data.outcomes[outcomes[place - 1]].aim !== outcome.aim;
    return {
      outcome,
      aim: first ? say(data.aims.find(({ id }) => id === outcome.aim).words) : '',
      rows: cellsOf(index).map(scaled),
    };
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
  const reaches = yearCells()
    .map(scaled)
    .map(({ low, high }) => Math.max(-low, high))
    .sort((a, b) => a - b);
  const wanted = reaches[Math.floor(0.85 * (reaches.length - 1))] ?? 0;
  return [3, 4, 6, 8, 12].find((end) => end >= wanted) ?? 12;
}

function label(outcomes) {
  const said = outcomes
    .flatMap(cellsOf)
    .map(
      (cell) =>
        `${say(data.outcomes[cell.outcome].label)}, ${scenarioTitle(data.scenarios[cell.scenario])}: ${cell.differenceText} ${cell.rangeText} ${say(data.verdicts[cell.verdict].words)}`,
    );
  const start = { en: `Paired differences after ${chosen.year} years. `, zh: `${chosen.year} 年后的对照差异。` };
  return say(start) + said.join('; ');
}
