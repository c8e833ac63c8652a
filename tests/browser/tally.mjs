// What a browser test prints: one line per check, "ok" or "not ok", and at the end how many failed.
let failures = 0;

export function check(fact, holds, detail = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${fact}${holds || detail === '' ? '' : `: ${detail}`}`);
}

export const few = (list) => list.slice(0, 6).join(' / ');

// Ends the program, with 1 when a check failed.
export function finish() {
  console.log(failures === 0 ? 'all checks passed' : `${failures} checks failed`);
  process.exit(failures === 0 ? 0 : 1);
}
