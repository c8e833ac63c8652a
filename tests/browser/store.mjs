// Recomputes differences from the values in a results store, independently of the program: ratios of sums over futures
// of the headline group. Reads the bytes as docs/results-store.md describes them. Needs the sqlite3 command.
import { execFileSync } from 'node:child_process';

const divisors = [365.2425, 100, 1e3, 1e6, 1e9];
const forms = ['zeros', 'ones', 'as before', 'whole', 'constant', 'real'];

export class StoredValues {
  constructor(file) {
    this.file = file;
    this.scenarios = this.ask('SELECT scenario, id FROM scenario ORDER BY scenario').map(({ id }) => id);
    this.outcomes = new Map(this.ask('SELECT outcome, id, window, is_latent AS latent FROM outcome').map((row) => [row.id, row]));
    [{ years: this.years }] = this.ask('SELECT years FROM experiment');
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
    let above = 0;
    let below = 0;
    for (const { bytes } of this.blocks.filter((block) => block.scenario === scenario)) {
      const [numerators, denominators] = firstGroup(bytes, this.outcomes.size, outcome, this.years);
      for (let at = window === 'year_end' ? year - 1 : 0; at < year; at += 1) {
        above += numerators[at];
        below += denominators[at];
      }
    }
    return above / below;
  }
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
