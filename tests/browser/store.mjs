// Recomputes differences from the values in a results store, independently of the program: ratios of sums over futures
// of the headline group. Needs the sqlite3 command.
import { execFileSync } from 'node:child_process';

const townships = 0; // first group

export class StoredValues {
  constructor(file) {
    this.file = file;
    this.scenarios = this.ask('SELECT scenario, id FROM scenario ORDER BY scenario').map(({ id }) => id);
    this.outcomes = new Map(this.ask('SELECT outcome, id, window, is_latent AS latent FROM outcome').map((row) => [row.id, row]));
    [{ years: this.years }] = this.ask('SELECT years FROM experiment');
    [{ futures: this.futures }] = this.ask('SELECT count(DISTINCT replication) AS futures FROM unit_result');
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

  // Sum over all futures and the outcome's window, divided.
  level(id, scenario, year) {
    const { outcome, window } = this.outcomes.get(id);
    const rows = this.ask(`SELECT hex(substr(numerators, 1, ${8 * this.years})) AS n,
        hex(substr(denominators, 1, ${8 * this.years})) AS d
      FROM value JOIN unit_result USING (unit) WHERE outcome = ${outcome} AND scenario = ${scenario}
      ORDER BY replication`);
    let above = 0;
    let below = 0;
    for (const { n, d } of rows) {
      for (let at = window === 'year_end' ? year - 1 : 0; at < year; at += 1) {
        above += doubleAt(n, townships * this.years + at);
        below += d ? doubleAt(d, townships * this.years + at) : 1;
      }
    }
    return above / below;
  }
}

const doubleAt = (hex, index) => Buffer.from(hex.slice(16 * index, 16 * index + 16), 'hex').readDoubleLE(0);
