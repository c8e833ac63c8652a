// What happens to one person: two lanes a person, today's rules and the chosen policy. A bar is the post held (darker =
// higher, hollow = in a county organ); marks above it are results that are not simply competent, marks below it training,
// lost attempts at a post and time away.
import { addChart, tip, tipStyle } from '../chart.js';
import { chosen, data, say, scenarioTitle } from '../data.js';
import { linesOf, textWidth } from '../look.js';
import { spoken } from '../readings.js';

const kinds = ['result', 'trained', 'lost', 'appointed', 'moved', 'sent', 'back', 'trial', 'stepped', 'left'];
const posts = [
  [{ en: 'clerk', zh: '科员' }, { en: 'organ clerk', zh: '机关科员' }],
  [{ en: 'office post', zh: '中层' }, { en: 'organ office post', zh: '机关中层' }],
  [{ en: 'deputy leader', zh: '副科' }, { en: 'organ deputy leader', zh: '机关副科' }],
  [{ en: 'leader', zh: '正科' }, { en: 'organ leader', zh: '机关正科' }],
];
const results = [{ en: 'no grade', zh: '不定等次' }, { en: 'excellent', zh: '优秀' }, { en: 'competent', zh: '称职' }, { en: 'basically competent', zh: '基本称职' }, { en: 'incompetent', zh: '不称职' }];
const causes = [{ en: 'retires', zh: '退休' }, { en: 'retires early', zh: '提前退休' }, { en: 'resigns', zh: '辞职' }, { en: 'moves above', zh: '调出本县' }, { en: 'death or ill health', zh: '死亡病退' }, { en: 'dismissed', zh: '辞退开除' }, { en: 'probation failed', zh: '试用不合格' }];
const away = [{ en: '', zh: '' }, { en: 'exchange', zh: '交流挂职' }, { en: 'front line', zh: '一线锻炼' }, { en: 'borrowed', zh: '借调' }];
const legend = [
  ['star', { en: 'excellent', zh: '优秀' }],
  ['poor', { en: 'basically competent or worse', zh: '基本称职及以下' }],
  ['tick', { en: 'training', zh: '培训' }],
  ['ring', { en: 'tried for a post, not chosen', zh: '竞争未选上' }],
  ['away', { en: 'away: exchange, front line, borrowed', zh: '在外：交流、一线、借调' }],
  ['cross', { en: 'leaves', zh: '离开' }],
];
let section = null;

export function mount(place) {
  section = place.parentElement;
  data.lives.people.forEach((person, index) =>
    addChart(place.querySelector('.charts'), {
      name: `life-${index + 1}`,
      label: () => label(person, index),
      build: (width, look) => build(person, index, width, look),
    }),
  );
}

const yearOf = (day) => data.startYear + day / 365.25;
const unitName = (unit) => (data.lives.units[unit] ? say(data.lives.units[unit]) : '');
const postName = (ladder, organ) => say(posts[ladder][organ]);
const month = (day) => {
  const at = yearOf(day);
  return `${Math.floor(at)}-${String(Math.min(12, Math.floor((at % 1) * 12) + 1)).padStart(2, '0')}`;
};
const shownLanes = () => (data.scenarios.length > 1 ? [0, chosen.variant] : [0]);
const titleOf = (index) => spoken(section.querySelector(`table[data-who="${index}"]`).closest('details').querySelector('summary'));
// "Person 1, year by year: a man of 26 …" without what only the table's name needs.
const whoOf = (index) => titleOf(index).replace(/, year by year/, '').replace('逐年经历', '');

// What a lane holds: spells in posts, time away, marks.
function lane({ entry, unit, events }) {
  const end = data.years * 365.25;
  const spells = [{ from: entry, unit, ladder: 0, organ: 0 }];
  const absences = [];
  const marks = [];
  let left = null;
  for (const [code, day, number, where, ladder, organ] of events) {
    const kind = kinds[code];
    const last = spells.at(-1);
    if (kind === 'appointed' || kind === 'moved') {
      last.to = day;
      spells.push({ from: day, unit: where, ladder, organ });
    } else if (kind === 'trial' || kind === 'stepped') {
      last.to = day;
      spells.push({ from: day, unit: where, ladder: kind === 'trial' ? ladder : Math.max(0, last.ladder - 1), organ: last.organ });
    } else if (kind === 'sent') absences.push({ from: day, number, unit: where });
    else if (kind === 'left') left = { day, number };
    if (['back', 'left', 'appointed', 'moved', 'trial'].includes(kind)) {
      const open = absences.at(-1);
      if (open && open.to === undefined) open.to = day;
    }
    if (['result', 'trained', 'lost', 'left'].includes(kind)) marks.push({ kind, day, number });
  }
  const close = left ? left.day : end;
  for (const spell of [...spells, ...absences]) spell.to ??= close;
  return { spells: spells.filter(({ from, to }) => to > from), absences, marks, left };
}

function told({ spells, left, marks }) {
  const steps = spells.map(({ from, ladder, organ, unit }) => `${month(from)} ${postName(ladder, organ)}, ${unitName(unit)}`);
  const best = marks.filter(({ kind, number }) => kind === 'result' && number === 1).length;
  const end = left ? `${month(left.day)} ${say(causes[left.number])}` : say({ en: 'still there', zh: '仍在职' });
  return `${steps.join(' → ')}; ${say(results[1])} ×${best}; ${end}`;
}

function label(person, index) {
  const said = shownLanes().map((scenario) => `${scenarioTitle(data.scenarios[scenario])}: ${told(lane(person[scenario]))}`);
  return `${whoOf(index)}. ${said.join('. ')}`;
}

const laneHeight = 62;

function build(person, index, width, look) {
  const fonts = { title: `600 13px ${look.family}`, small: `11px ${look.family}`, letter: `600 12px ${look.family}` };
  const title = linesOf(whoOf(index), width, fonts.title);
  const top = 18 * title.length + 6;
  const lanes = shownLanes().map((scenario, row) => ({ scenario, y: top + row * laneHeight, ...lane(person[scenario]) }));
  const keys = placedLegend(width - 4, fonts);
  const bottom = top + lanes.length * laneHeight;
  const isLast = index === data.lives.people.length - 1;
  const left = 22;
  const scene = { lanes, look, fonts, title, left, right: width - 6, bottom, keys: isLast ? keys : { items: [], height: 0 }, first: data.startYear, last: data.startYear + data.years };
  scene.x = (year) => scene.left + ((year - scene.first) / (scene.last - scene.first)) * (scene.right - scene.left);
  const items = lanes.flatMap((one) => [
    ...one.spells.map((spell) => ({ one, spell })),
    ...one.absences.map((absence) => ({ one, absence })),
    ...one.marks.map((mark) => ({ one, mark })),
  ]);
  return {
    height: bottom + 24 + scene.keys.height,
    option: {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', min: 0, max: 1, show: false },
      yAxis: { type: 'value', min: 0, max: 1, show: false },
      tooltip: { ...tipStyle(look), trigger: 'item', formatter: ({ seriesIndex, dataIndex }) => tip(seriesIndex === 1 ? explain(items[dataIndex]) : []) },
      series: [
        { type: 'custom', silent: true, z: 1, tooltip: { show: false }, data: [[0, 0]], renderItem: () => ground(scene) },
        { type: 'custom', z: 2, data: items.map((_, at) => [0, at]), renderItem: ({ dataIndex }) => drawn(items[dataIndex], scene) },
      ],
    },
  };
}

const text = (x, y, content, font, fill, align = 'left') => ({ type: 'text', silent: true, style: { x, y, text: content, font, fill, align, verticalAlign: 'middle' } });
const line = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });

function ground({ lanes, look, fonts, title, left, right, bottom, keys, first, last, x }) {
  const step = right - left > 600 ? 2 : 5;
  const ticks = [];
  for (let year = first; year <= last; year += step) ticks.push(year);
  return {
    type: 'group',
    children: [
      ...title.map((content, at) => text(0, 9 + 18 * at, content, fonts.title, look.ink)),
      ...ticks.map((year) => line(x(year), lanes[0].y + 6, x(year), bottom, { stroke: look.line, lineWidth: 1 })),
      ...ticks.map((year) => text(Math.min(Math.max(x(year), left + 8), right - 14), bottom + 10, String(year), fonts.small, look.soft, 'center')),
      ...lanes.map(({ scenario, y }) => text(0, y + 24, data.scenarios[scenario].letter, fonts.letter, look.soft)),
      ...keys.items.flatMap(({ kind, at, row, words }) => [
        ...sign(kind, at + 7, bottom + 32 + row * 18, look),
        text(at + 18, bottom + 32 + row * 18, words, fonts.small, look.soft),
      ]),
    ],
  };
}

function placedLegend(width, fonts) {
  let at = 0;
  let row = 0;
  const items = legend.map(([kind, words]) => {
    const content = say(words);
    const room = 18 + textWidth(content, fonts.small) + 18;
    if (at > 0 && at + room > width) (at = 0), (row += 1);
    const item = { kind, words: content, at, row };
    at += room;
    return item;
  });
  return { items, height: 18 * (row + 1) + 10 };
}

function star(cx, cy, r) {
  return Array.from({ length: 10 }, (_, at) => {
    const radius = at % 2 ? r * 0.45 : r;
    const angle = (Math.PI / 5) * at - Math.PI / 2;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

// Marks are shapes, not letters, so that they may stand close together.
function sign(kind, x, y, look) {
  const stroke = { stroke: look.ink, lineWidth: 1.5 };
  if (kind === 'star') return [{ type: 'polygon', shape: { points: star(x, y, 5.5) }, style: { fill: look.ink } }];
  if (kind === 'poor') return [{ type: 'polygon', shape: { points: [[x - 5, y - 4], [x + 5, y - 4], [x, y + 5]] }, style: { fill: look.paper, stroke: look.ink, lineWidth: 1.5 } }];
  if (kind === 'tick') return [line(x, y - 4, x, y + 4, { stroke: look.soft, lineWidth: 1.5 })];
  if (kind === 'ring') return [{ type: 'circle', shape: { cx: x, cy: y, r: 4 }, style: { fill: look.paper, ...stroke } }];
  if (kind === 'away') return [line(x - 6, y, x + 6, y, { stroke: look.ink, lineWidth: 3 })];
  return [line(x - 5, y - 5, x + 5, y + 5, { ...stroke, lineWidth: 2 }), line(x - 5, y + 5, x + 5, y - 5, { ...stroke, lineWidth: 2 })];
}

const signOf = ({ kind, number }) =>
  kind === 'result' ? (number === 1 ? 'star' : number >= 3 ? 'poor' : null) : { trained: 'tick', lost: 'ring', left: 'cross' }[kind];

function drawn({ one, spell, absence, mark }, { look, fonts, x, right }) {
  const bar = one.y + 17;
  const at = (day) => x(yearOf(day));
  if (spell) {
    const from = at(spell.from);
    const wide = at(spell.to) - from;
    const fills = [look.band_outer, look.band_inner, look.faint, look.soft];
    const name = `${postName(spell.ladder, spell.organ)}, ${unitName(spell.unit)}`;
    const short = postName(spell.ladder, spell.organ);
    const fits = [name, short].find((words) => textWidth(words, fonts.small) < wide - 8);
    const dark = !spell.organ && spell.ladder >= 2;
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { x: from, y: bar, width: Math.max(1, wide - 1), height: 16 }, style: spell.organ ? { fill: look.paper, stroke: fills[spell.ladder], lineWidth: 2 } : { fill: fills[spell.ladder] } },
        ...(fits ? [text(from + 5, bar + 8, fits, fonts.small, dark ? look.paper : look.ink)] : []),
      ],
    };
  }
  if (absence) return line(at(absence.from), bar + 29, Math.max(at(absence.to), at(absence.from) + 3), bar + 29, { stroke: look.ink, lineWidth: 3 });
  const kind = signOf(mark);
  if (!kind) return { type: 'group', children: [] };
  const px = Math.min(at(mark.day), right - 6);
  const py = { star: bar - 8, poor: bar - 8, tick: bar + 22, ring: bar + 22, cross: bar + 8 }[kind];
  const words = kind === 'cross' ? say(causes[mark.number]) : '';
  const wide = textWidth(words, fonts.small);
  const beside = words === '' ? [] : px + 12 + wide < right ? [text(px + 10, py, words, fonts.small, look.ink)] : [];
  return { type: 'group', children: [...sign(kind, px + (kind === 'cross' ? 3 : 0), py, look), ...beside] };
}

function explain({ one, spell, absence, mark }) {
  const who = scenarioTitle(data.scenarios[one.scenario]);
  if (spell) return [who, `${month(spell.from)} … ${month(spell.to)}`, `${postName(spell.ladder, spell.organ)}, ${unitName(spell.unit)}`];
  if (absence) return [who, `${month(absence.from)} … ${month(absence.to)}`, `${say(away[absence.number])}: ${unitName(absence.unit)}`];
  const words = {
    result: () => say(results[mark.number]),
    trained: () => say({ en: `${mark.number} days of training`, zh: `培训${mark.number}天` }),
    lost: () => say({ en: 'tried for a post, not chosen', zh: '竞争职务未选上' }),
    left: () => say(causes[mark.number]),
  };
  return [who, month(mark.day), words[mark.kind]()];
}
