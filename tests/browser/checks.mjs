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
