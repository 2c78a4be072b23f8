import { dates, offer, select } from './api.js';
import { post, reportHeight } from './bridge.js';
import { calendar } from './calendar.js';
import { count, longDate, make, money } from './format.js';
import { seats } from './seats.js';
import { tickets } from './tickets.js';

const at = (id) => document.getElementById(id);
const LONGEST_TIMEOUT_MS = 2_147_000_000;
/** The offer that is on the page. */
let current = null;
let choice = null;
/** Beside each other there is room for the whole calendar; below, it opens when it is wanted. */
const wide = window.matchMedia('(min-width: 680px)');
let over = false;
/** Counts what was opened: an answer to an older click must not throw away what is being chosen. */
let opened = 0;

const say = (text) => {
  at('status').textContent = text;
};

const show = (id, visible) => {
  at(id).hidden = !visible;
};

function complain(text) {
  at('problem').textContent = text ?? '';
  show('problem', Boolean(text));
}

function end() {
  if (over) return;
  over = true;
  at('picker').replaceChildren(
    make(
      'section',
      { class: 'done' },
      make('h1', {}, 'This selection has ended'),
      make('p', {}, 'Nothing more was reserved. Reload the page around this frame to choose again.'),
    ),
  );
  post('SESSION_EXPIRED');
}

/** Shows what went wrong; a session that is over ends the page. */
function refused(error) {
  if (error.code === 'availability_error.availability_gone') end();
  else complain(error.message);
}

function changed(offered, next) {
  choice = next;
  complain(null);
  show('bar', next.count > 0);
  if (next.count === 0) return;
  const { share, least, most } = offered.fee;
  const fee = next.price === 0 ? 0 : Math.min(most, Math.max(least, Math.round(next.price * share)));
  at('sum-count').textContent = count(next.count, 'ticket');
  at('sum-price').textContent = money(next.price + fee);
  at('sum-fee').textContent = fee === 0 ? 'no booking fee' : `with ${money(fee)} booking fee`;
}

async function openOffer(id) {
  complain(null);
  show('bar', false);
  show('step-tickets', false);
  opened += 1;
  const turn = opened;
  let offered;
  try {
    offered = await offer(id);
  } catch (error) {
    if (turn === opened) refused(error);
    return;
  }
  if (turn !== opened) return;
  current = offered;
  const seated = offered.bands.some(({ rows }) => rows);
  const draw = seated ? seats : tickets;
  draw(at('tickets'), offered, (next) => changed(offered, next), say);
  show('step-tickets', true);
}

function openDate(entry) {
  show('step-tickets', false);
  show('bar', false);
  show('hint', false);
  complain(null);
  at('chosen-date').textContent = longDate(entry.date);
  at('all-dates').open = wide.matches;
  const whole = entry.times.length === 1 && entry.times[0].time === null;
  show('step-time', !whole);
  if (whole) {
    openOffer(entry.times[0].id);
    return;
  }
  const chips = entry.times.map(({ id, time, left }) => {
    const hint = { none: 'Sold out', few: 'Few left', enough: null }[left];
    const chip = make(
      'button',
      {
        type: 'button',
        class: 'chip time',
        disabled: left === 'none',
        'aria-pressed': 'false',
        onclick: () => {
          for (const other of chips) other.setAttribute('aria-pressed', String(other === chip));
          openOffer(id);
        },
      },
      make('span', {}, time),
      hint ? make('span', { class: 'quiet' }, hint) : null,
    );
    return chip;
  });
  at('times').replaceChildren(...chips);
  const open = chips.filter((chip) => !chip.disabled);
  if (open.length === 1) open[0].click();
}

async function add() {
  const button = at('add');
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const { date, time } = current.when;
  const selection = {
    availability_id: current.availability_id,
    product_id: current.product_id,
    band_id: choice.band_id,
    booking_options: choice.options,
    display_data: { date, time },
  };
  try {
    const answer = await select(selection);
    if (answer.refusal) throw answer.refusal;
    finished(answer.added, choice.count, current.when);
    post('NEW_TICKET_SELECTED', { selection: answer.selection });
  } catch (error) {
    post('BOOKING_ERROR', { code: error.code, message: error.message });
    // Others may have been faster: what is left has changed, so it is asked for again before the word is shown.
    if (error.code?.startsWith('reservation_error.')) await openOffer(current.availability_id);
    refused(error);
  } finally {
    button.setAttribute('aria-busy', 'false');
  }
}

function finished(added, number, when) {
  for (const section of document.querySelectorAll('#picker > section, #bar, #hint')) section.hidden = true;
  at('h-done').textContent = added
    ? `${count(number, 'ticket')} in your basket`
    : `${count(number, 'ticket')} chosen`;
  const day =
    document.body.dataset.admission === 'open_entry'
      ? 'Valid on any opening day.'
      : `For ${longDate(when.date)}${when.time ? `, ${when.time}` : ''}.`;
  at('done-text').textContent = day;
  show('done', true);
  at('done').focus();
}

async function start() {
  try {
    const { dates: entries } = await dates();
    if (document.body.dataset.admission === 'open_entry') {
      await openOffer(entries[0].times[0].id);
    } else if (entries.length === 0) {
      complain('There are no dates on sale at the moment.');
    } else {
      show('hint', true);
      at('chosen-date').textContent = '';
      at('all-dates').open = wide.matches;
      calendar(at('soon'), at('calendar'), entries, openDate);
    }
  } catch (error) {
    refused(error);
  }
  post('INITIALIZED');
  reportHeight();
  setTimeout(end, Math.min(Number(document.body.dataset.endsIn), LONGEST_TIMEOUT_MS));
}

at('add').addEventListener('click', add);
wide.addEventListener('change', () => {
  const all = at('all-dates');
  if (all) all.open = wide.matches;
});
at('more').addEventListener('click', () => {
  for (const section of document.querySelectorAll('#picker > section'))
    section.hidden = section.id === 'done' || section.id === 'step-time' || section.id === 'step-tickets';
  start();
});
start();
