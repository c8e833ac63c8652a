// Colours and fonts as the style sheet has them now, and the widths of texts.
const names = [
  'paper',
  'sheet',
  'ink',
  'soft',
  'faint',
  'line',
  'strip',
  'good',
  'bad',
  'moved',
  'band-outer',
  'band-inner',
];

export function look() {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(
    names.map((name) => [name.replace('-', '_'), style.getPropertyValue(`--${name}`).trim()]),
  );
  return { ...colours, family: getComputedStyle(document.body).fontFamily };
}

const pen = document.createElement('canvas').getContext('2d');

export function textWidth(text, font) {
  pen.font = font;
  return pen.measureText(text).width;
}

// Breaks at blanks, and between Chinese characters but not before a closing mark, into lines of at most `width`.
export function linesOf(text, width, font) {
  const pieces = text.match(/[（《「“]*[\u2E80-\u9FFF\uFF00-\uFFEF][）》」”，。；：、！？％]*|[^\s\u2E80-\u9FFF\uFF00-\uFFEF]+\s*|\s+/g) ?? [];
  const lines = [''];
  for (const piece of pieces) {
    const joined = lines.at(-1) + piece;
    if (lines.at(-1) !== '' && textWidth(joined.trimEnd(), font) > width) lines.push(piece);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((line) => line.trim()).flatMap((line) => splitLong(line, width, font));
}

// A single word wider than the column is divided rather than cut off.
function splitLong(line, width, font) {
  const parts = [];
  let rest = [...line];
  while (rest.length > 1 && textWidth(rest.join(''), font) > width) {
    let size = rest.length - 1;
    while (size > 1 && textWidth(rest.slice(0, size).join(''), font) > width) size -= 1;
    parts.push(rest.slice(0, size).join(''));
    rest = rest.slice(size);
  }
  return [...parts, rest.join('')];
}
