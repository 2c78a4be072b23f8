import { longDate, make, monthName, shortDate, shortDay } from './format.js';

const SOON = 8;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const shift = (date, days) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const month = (date) => date.slice(0, 7);
const isOpen = (entry) => entry?.times.some(({ left }) => left !== 'none') ?? false;

/** The next dates as chips, and a month to leaf through; `choose` is told of the entry that was picked. */
export function calendar(soon, root, entries, choose) {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  const open = entries.filter(isOpen);
  const first = entries[0];
  const last = entries.at(-1);
  let shown = month((open[0] ?? first)?.date ?? new Date().toISOString());
  let chosen = null;
  let focused = open[0]?.date ?? null;

  const pick = (date) => {
    chosen = date;
    focused = date;
    shown = month(date);
    draw();
    choose(byDate.get(date));
  };

  const dayButton = (date) => {
    const entry = byDate.get(date);
    const free = isOpen(entry);
    const state = entry && !free ? ', sold out' : '';
    return make(
      'button',
      {
        type: 'button',
        class: entry && !free ? 'day full' : 'day',
        'data-date': date,
        'aria-label': `${longDate(date)}${state}`,
        'aria-pressed': free ? String(date === chosen) : null,
        disabled: !free,
        tabindex: date === focused ? 0 : -1,
        onclick: () => {
          pick(date);
          root.querySelector(`[data-date="${date}"]`)?.focus();
        },
      },
      String(Number(date.slice(8))),
    );
  };

  const draw = () => {
    soon.replaceChildren(
      ...open.slice(0, SOON).map(({ date }) =>
        make(
          'button',
          {
            type: 'button',
            class: 'chip tall',
            'aria-pressed': String(date === chosen),
            'aria-label': longDate(date),
            onclick: () => pick(date),
          },
          make('span', { class: 'quiet' }, shortDay(date)),
          make('span', {}, shortDate(date)),
        ),
      ),
    );
    const start = `${shown}-01`;
    const lead = (new Date(`${start}T00:00Z`).getUTCDay() + 6) % 7;
    const weeks = [];
    for (let date = shift(start, -lead); month(date) <= shown; date = shift(date, 7)) {
      const days = WEEKDAYS.map((_, index) => shift(date, index));
      weeks.push(
        make(
          'tr',
          {},
          ...days.map((day) => make('td', {}, ...(month(day) === shown ? [dayButton(day)] : []))),
        ),
      );
    }
    if (!root.querySelector('[tabindex="0"]') && !focused?.startsWith(shown)) {
      focused = open.find(({ date }) => month(date) === shown)?.date ?? focused;
    }
    const leaf = (label, by, sign) => {
      const target = month(shift(by > 0 ? shift(start, 31) : shift(start, -1), 0));
      const outside = by > 0 ? target > month(last?.date ?? shown) : target < month(first?.date ?? shown);
      return make(
        'button',
        {
          type: 'button',
          class: 'leaf',
          'aria-label': label,
          disabled: outside,
          onclick: () => {
            shown = target;
            focused = open.find(({ date }) => month(date) === shown)?.date ?? null;
            draw();
            root.querySelector(`[aria-label="${label}"]`)?.focus();
          },
        },
        sign,
      );
    };
    root.replaceChildren(
      make(
        'div',
        { class: 'month' },
        leaf('Previous month', -1, '‹'),
        make('strong', { 'aria-live': 'polite' }, monthName(start)),
        leaf('Next month', 1, '›'),
      ),
      make(
        'table',
        {},
        make('caption', { class: 'unseen' }, `Dates in ${monthName(start)}`),
        make(
          'thead',
          {},
          make('tr', {}, ...WEEKDAYS.map((day) => make('th', { scope: 'col', abbr: day }, day.slice(0, 2)))),
        ),
        make('tbody', {}, ...weeks),
      ),
    );
  };

  root.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const from = event.target.dataset?.date;
    if (!step || !from || !last) return;
    event.preventDefault();
    // On to the next date that can be chosen, over the ones that cannot.
    for (let date = shift(from, step); date >= first.date && date <= last.date; date = shift(date, step)) {
      if (!isOpen(byDate.get(date))) continue;
      focused = date;
      shown = month(date);
      draw();
      root.querySelector(`[data-date="${date}"]`)?.focus();
      return;
    }
  });

  focused = open[0]?.date ?? null;
  draw();
}
