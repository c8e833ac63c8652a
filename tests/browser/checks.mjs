// Questions asked inside the page; each function runs in the browser and sees only the document.

export function horizontalOverflow() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

// Texts of charts that reach over the edge of their chart.
export function textsOutsideCharts() {
  const outside = [];
  for (const svg of document.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) continue;
    for (const text of svg.querySelectorAll('text')) {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
      if (!inside) outside.push(text.textContent);
    }
  }
  return outside;
}

// Pairs of texts of one chart that lie over each other.
export function textsOverlapping() {
  const pairs = [];
  for (const svg of document.querySelectorAll('svg')) {
    const texts = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (let i = 0; i < texts.length; i += 1) {
      for (let j = i + 1; j < texts.length; j += 1) {
        const a = texts[i].box,
          b = texts[j].box;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 4) pairs.push(`${texts[i].text} | ${texts[j].text}`);
      }
    }
  }
  return pairs;
}

// Table cells whose content is cut off or sticks out of the page.
export function cellsCut() {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll('td, th')]
    .filter((cell) => cell.offsetWidth > 2 && getComputedStyle(cell).clipPath === 'none' && !cell.closest('thead'))
    .filter((cell) => cell.getBoundingClientRect().right > edge + 1)
    .map((cell) => cell.textContent.trim());
}

export function chartLabels() {
  return [...document.querySelectorAll('.chart')]
    .filter((chart) => chart.querySelector('svg'))
    .map((chart) => chart.getAttribute('aria-label') ?? '');
}

export function visibleText() {
  return document.body.innerText;
}

// Numbers and ranges of table cells that go on in a second line.
export function numbersBroken() {
  const broken = [];
  for (const cell of document.querySelectorAll('.scorecard td, .often td, .yearly td, .units td')) {
    if (!cell.checkVisibility()) continue;
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const found of node.textContent.matchAll(/[+\u2212]?\d[\d,.]*/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(cell.textContent.trim());
      }
    }
  }
  return broken;
}

// Cells of one table whose texts lie over each other, or over the edge of what their table may take.
export function textsOfCellsOverlapping() {
  const textBox = (cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (boxes.length === 0) return null;
    const side = (name, pick) => pick(...boxes.map((box) => box[name]));
    return { left: side('left', Math.min), right: side('right', Math.max), top: side('top', Math.min), bottom: side('bottom', Math.max) };
  };
  const found = [];
  for (const row of document.querySelectorAll('.scorecard tr, .often tr, .yearly tr, .units tr')) {
    const cells = [...row.cells].filter((cell) => cell.checkVisibility() && getComputedStyle(cell.closest('thead') ?? cell).clipPath === 'none');
    const boxes = cells.map((cell) => ({ cell, box: textBox(cell) })).filter(({ box }) => box);
    boxes.forEach(({ cell, box: a }, i) => {
      for (const { box: b } of boxes.slice(i + 1))
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
          found.push(`${row.closest('table').dataset.csv}: ${cell.textContent.trim()}`);
    });
  }
  return found;
}

// Tables wider than the box they stand in: on paper, where nothing scrolls, they lie over what stands beside them.
export function tablesOverTheirBox() {
  const right = (part) => part.getBoundingClientRect().right;
  return [...document.querySelectorAll('.tablebox > table')]
    .filter((table) => table.checkVisibility() && right(table) > right(table.parentElement) + 1)
    .map((table) => table.dataset.csv);
}

// Letters of a cost chart that stand nearer to another policy's point than to their own and have no line to it.
export function lettersAstray() {
  const { scenarios } = JSON.parse(document.getElementById('report-data').textContent);
  const order = scenarios.map(({ letter }) => letter);
  const astray = [];
  for (const svg of document.querySelectorAll('#cost svg')) {
    const centre = (shape) => {
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    };
    const dots = [...svg.querySelectorAll('path[d*="A5 5"]')].map(centre); // in the order of the policies
    if (dots.length !== order.length) {
      astray.push(`${dots.length} points of ${order.length} policies`);
      continue;
    }
    const lines = [...svg.querySelectorAll('path:not([d*="A"])')].map((shape) => shape.getBoundingClientRect());
    for (const text of svg.querySelectorAll('text')) {
      const letters = text.textContent.split(' ');
      if (!letters.every((letter) => order.includes(letter))) continue;
      const box = text.getBoundingClientRect();
      const gap = ([x, y]) => Math.hypot(Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0));
      const own = dots.filter((_, at) => letters.includes(order[at]));
      const foreign = dots.filter((_, at) => !letters.includes(order[at]));
      if (Math.min(...own.map(gap)) <= Math.min(...foreign.map(gap), Infinity)) continue;
      const leads = lines.some(({ left, right, top, bottom }) => {
        const ends = [[left, top], [right, bottom], [left, bottom], [right, top]];
        return ends.some((end) => gap(end) < 3) && ends.some(([x, y]) => own.some((dot) => Math.hypot(dot[0] - x, dot[1] - y) < 3));
      });
      if (!leads) astray.push(`${text.textContent} in ${svg.closest('[data-chart]').dataset.chart}`);
    }
  }
  return astray;
}
