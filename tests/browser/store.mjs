// Recomputes levels, differences, their ranges and quantiles from the values in a results store, independently of the
// program: ratios of sums over futures of the headline group. Reads the bytes as docs/results-store.md describes them. Needs the sqlite3 command.
import { execFileSync } from 'node:child_process';

const divisors = [365.2425, 100, 1e3, 1e6, 1e9];
const forms = ['zeros', 'ones', 'as before', 'whole', 'constant', 'real'];

export class StoredValues {
  constructor(file) {
    this.file = file;
    this.scenarios = this.ask('SELECT scenario, id FROM scenario ORDER BY scenario').map(({ id }) => id);
    this.outcomes = new Map(this.ask('SELECT outcome, id, window, is_latent AS latent FROM outcome').map((row) => [row.id, row]));
    [{ years: this.years, lives: this.lives, confidence: this.confidence }] = this.ask('SELECT years, lives, confidence FROM experiment');
    [{ primary: this.primary }] = this.ask('SELECT count(*) AS "primary" FROM primary_outcome');
    [{ verdictYears: this.verdictYears }] = this.ask('SELECT count(*) AS verdictYears FROM verdict_year');
    [{ look: this.look }] = this.ask('SELECT max(look) AS look FROM look');
    this.series = new Map();
    [{ futures: this.futures }] = this.ask('SELECT count(DISTINCT replication) AS futures FROM unit_result');
    this.blocks = this.ask('SELECT scenario, hex(aggregates) AS bytes FROM value JOIN unit_result USING (unit) ORDER BY unit').map(
      ({ scenario, bytes }) => ({ scenario, bytes: Buffer.from(bytes, 'hex') }),
    );
  }

  ask(query) {
    return JSON.parse(execFileSync('sqlite3', ['-json', '-readonly', this.file, query], { maxBuffer: 1e9 }) || '[]');
  }

  // One part of the portraits of a scenario: whole numbers, seven bits a byte, lowest first. [future][number]
  portraits(part, scenario) {
    const rows = this.ask(`SELECT hex(numbers) AS n FROM portrait JOIN unit_result USING (unit)
      WHERE part = '${part}' AND scenario = ${scenario} ORDER BY replication`);
    return rows.map(({ n }) => {
      const numbers = [];
      let number = 0;
      let weight = 1;
      for (const byte of Buffer.from(n, 'hex')) {
        number += (byte & 127) * weight;
        weight *= 128;
        if (byte & 128) continue;
        numbers.push(number);
        [number, weight] = [0, 1];
      }
      return numbers;
    });
  }

  // Sum over all futures and the outcome's window, divided; of the first group: all townships.
  level(id, scenario, year) {
    const { outcome, window } = this.outcomes.get(id);
    return ratioOfSums(this.futuresUntil(id, scenario, year));
  }

  // Numerators and denominators of all years of every future, in their order: [future][[numerators], [denominators]].
  futuresOf(id, scenario) {
    const key = `${id} ${scenario}`;
    if (!this.series.has(key)) {
      const { outcome } = this.outcomes.get(id);
      const own = this.blocks.filter((block) => block.scenario === scenario);
      this.series.set(key, own.map(({ bytes }) => firstGroup(bytes, this.outcomes.size, outcome, this.years)));
    }
    return this.series.get(key);
  }

  // [numerator, denominator] of every future, over the outcome's window up to a year of the run.
  futuresUntil(id, scenario, year) {
    const first = this.outcomes.get(id).window === 'year_end' ? year - 1 : 0;
    return this.futuresOf(id, scenario).map((both) => both.map((list) => sumOf(list.slice(first, year))));
  }

  // Level of one year of the run (from 0) and quantiles of the futures' own ratios, between order statistics.
  yearly(id, scenario, at, probabilities) {
    const pairs = this.futuresOf(id, scenario).map((both) => both.map((list) => list[at]));
    const sorted = pairs.filter(([, below]) => below !== 0).map(([above, below]) => above / below);
    sorted.sort((a, b) => a - b);
    return [ratioOfSums(pairs), ...probabilities.map((p) => quantile(sorted, p))];
  }

  // The range of a difference: of judged outcomes at the level that the whole family and the looks leave it.
  range(id, scenario, year, isJudged) {
    const [before, after] = [0, scenario].map((each) => influence(this.futuresUntil(id, each, year)));
    const differences = after.map((value, future) => value - before[future]);
    const pasts = this.lives < 2 ? differences.length : Math.min(this.lives, differences.length);
    const mean = sumOf(differences) / differences.length;
    const byPast = Array(pasts).fill(0);
    differences.forEach((value, future) => (byPast[future % pasts] += value - mean));
    const error = Math.sqrt((sumOf(byPast.map((sum) => sum * sum)) * pasts) / (pasts - 1)) / differences.length;
    const family = this.primary * (this.scenarios.length - 1) * this.verdictYears;
    const alpha = (1 - this.confidence) / (isJudged ? family * this.look * (this.look + 1) : 1);
    const middle = this.level(id, scenario, year) - this.level(id, 0, year);
    const half = studentsT(alpha, pasts - 1) * error;
    return [middle - half, middle + half];
  }
}

const sumOf = (list) => list.reduce((sum, value) => sum + value, 0);
const ratioOfSums = (pairs) => sumOf(pairs.map(([above]) => above)) / sumOf(pairs.map(([, below]) => below));

// How much each future pulls the ratio of sums away (Cochran, section 6.4).
function influence(pairs) {
  const ratio = ratioOfSums(pairs);
  const mean = sumOf(pairs.map(([, below]) => below)) / pairs.length;
  return pairs.map(([above, below]) => (above - ratio * below) / mean);
}

function quantile(sorted, p) {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? NaN : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

// The number above which and below minus which a part alpha of Student's t lies: the density summed by Simpson's rule over
// x = tan(u), where the tail is finite, and the place found by halving.
const known = new Map();
function studentsT(alpha, degrees) {
  const key = `${alpha} ${degrees}`;
  if (!known.has(key)) known.set(key, searchedT(alpha, degrees));
  return known.get(key);
}

function searchedT(alpha, degrees) {
  const density = (u) => Math.cos(u) ** (degrees - 1) * (1 + (1 / degrees - 1) * Math.sin(u) ** 2) ** (-(degrees + 1) / 2);
  const tail = (from) => {
    const step = (Math.PI / 2 - from) / 2000;
    const weights = Array.from({ length: 2001 }, (_, i) => (i === 0 || i === 2000 ? 1 : i % 2 ? 4 : 2) * density(from + i * step));
    return (sumOf(weights) * step) / 3;
  };
  const whole = 2 * tail(0);
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if ((2 * tail(middle)) / whole > alpha) low = middle;
    else high = middle;
  }
  return Math.tan(low);
}

function firstGroup(bytes, outcomes, outcome, years) {
  const end = (of) => (of < 0 ? 0 : bytes.readUInt32LE(4 * of));
  if (end(outcome) === end(outcome - 1)) return [Array(years).fill(0), Array(years).fill(0)];
  const cursor = { bytes, at: 4 * outcomes + end(outcome - 1) };
  return [yearsAt(cursor, years), yearsAt(cursor, years)];
}

function yearsAt(cursor, years) {
  const form = cursor.bytes[cursor.at++];
  const all = (next) => Array.from({ length: years }, next);
  switch (forms[form] ?? 'fraction') {
    case 'zeros':
      return all(() => 0);
    case 'ones':
      return all(() => 1);
    case 'constant': {
      const number = double(cursor);
      return all(() => number);
    }
    case 'real':
      return all(() => double(cursor));
    case 'whole':
      return whole(cursor, years);
    case 'fraction':
      return whole(cursor, years).map((number) => number / divisors[form - forms.length]);
    default:
      throw new Error(`form ${form} in the first group`);
  }
}

function double(cursor) {
  cursor.at += 8;
  return cursor.bytes.readDoubleLE(cursor.at - 8);
}

// Differences from year to year as zigzag varints.
function whole(cursor, years) {
  let last = 0n;
  return Array.from({ length: years }, () => {
    let bits = 0n;
    let shift = 0n;
    for (let more = true; more; shift += 7n) {
      const byte = cursor.bytes[cursor.at++];
      bits |= BigInt(byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    last += (bits >> 1n) ^ -(bits & 1n);
    return Number(last);
  });
}
