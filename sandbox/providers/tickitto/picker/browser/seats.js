import { count, make, money } from './format.js';

/** A seat map by area and row. Arrow keys walk over the free seats; one area is bought at a time. */
export function seats(root, offer, changed, say) {
  const chosen = new Map();
  let band = null;
  const grid = [];
  const list = make('p', { class: 'chosen', 'aria-live': 'polite' });

  const report = () => {
    const price = band?.tickets[0].price ?? 0;
    const ids = [...chosen.keys()];
    list.textContent =
      ids.length === 0 ? 'No seats chosen yet.' : [...chosen.values()].map(({ label }) => label).join(' · ');
    changed({
      band_id: band?.id ?? null,
      options:
        ids.length === 0 ? [] : [{ concession_id: band.tickets[0].id, quantity: ids.length, seat_ids: ids }],
      count: ids.length,
      price: ids.length * price,
    });
  };

  const toggle = (button, area, row, seat) => {
    const label = `${row.name}${seat.number}`;
    if (chosen.delete(seat.id)) button.setAttribute('aria-pressed', 'false');
    else if (band === area && chosen.size >= offer.max) {
      say(`You can choose up to ${count(offer.max, 'seat')} at once.`);
      return;
    } else {
      if (band !== area && chosen.size > 0) {
        for (const { button: old } of chosen.values()) old.setAttribute('aria-pressed', 'false');
        chosen.clear();
        say(`Seats of one area at a time: your choice moved to ${area.name}.`);
      }
      band = area;
      chosen.set(seat.id, { label, button });
      button.setAttribute('aria-pressed', 'true');
    }
    report();
  };

  const seatButton = (area, row, seat, free) => {
    const words = `${area.name}, row ${row.name}, seat ${seat.number}`;
    // Left out for screen readers: what cannot be chosen is only noise there.
    if (!seat.free) return make('span', { class: 'seat taken', 'aria-hidden': 'true' });
    const button = make(
      'button',
      {
        type: 'button',
        class: 'seat',
        tabindex: -1,
        'aria-pressed': 'false',
        'aria-label': `${words}, ${money(area.tickets[0].price)}`,
        title: `Row ${row.name}, seat ${seat.number}`,
        onclick: () => toggle(button, area, row, seat),
      },
      String(seat.number),
    );
    free.push({ button, number: seat.number });
    return button;
  };

  const rowOf = (area, row) => {
    const free = [];
    const half = Math.ceil(row.seats.length / 2);
    const block = (part) =>
      make('div', { class: 'block' }, ...part.map((seat) => seatButton(area, row, seat, free)));
    const line = make(
      'div',
      { class: 'row' },
      make('span', { class: 'letter', 'aria-hidden': 'true' }, row.name),
      block(row.seats.slice(0, half)),
      block(row.seats.slice(half)),
      make('span', { class: 'letter', 'aria-hidden': 'true' }, row.name),
    );
    if (free.length > 0) grid.push(free);
    return line;
  };

  const area = (one) =>
    make(
      'div',
      {
        class: 'area-block',
        role: 'group',
        'aria-label': `${one.name}, ${money(one.tickets[0].price)} a seat`,
      },
      make(
        'p',
        { class: 'area-name', 'aria-hidden': 'true' },
        make('strong', {}, one.name),
        ` ${money(one.tickets[0].price)}`,
      ),
      ...one.rows.map((row) => rowOf(one, row)),
    );

  const move = (to) => {
    for (const row of grid) for (const { button } of row) button.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };

  const nearest = (row, number) =>
    row?.reduce((best, one) => (Math.abs(one.number - number) < Math.abs(best.number - number) ? one : best));

  const map = make('div', {
    class: 'map',
    role: 'group',
    'aria-label': 'Seat map',
    'aria-describedby': 'map-help',
  });
  map.addEventListener('keydown', (event) => {
    const y = grid.findIndex((row) => row.some(({ button }) => button === event.target));
    if (y < 0) return;
    const x = grid[y].findIndex(({ button }) => button === event.target);
    const here = grid[y][x];
    const target = {
      ArrowLeft: grid[y][x - 1],
      ArrowRight: grid[y][x + 1],
      ArrowUp: nearest(grid[y - 1], here.number),
      ArrowDown: nearest(grid[y + 1], here.number),
      Home: grid[y][0],
      End: grid[y].at(-1),
    }[event.key];
    if (!target) return;
    event.preventDefault();
    move(target.button);
  });
  map.append(
    make('div', { class: 'stage', 'aria-hidden': 'true' }, document.body.dataset.stage ?? 'Stage'),
    ...offer.bands.map(area),
  );
  const first = grid[0]?.[0];
  if (first) first.button.tabIndex = 0;

  const key = (kind, words) =>
    make('span', { class: 'key' }, make('span', { class: `seat ${kind}`, 'aria-hidden': 'true' }), words);
  const scroller = make('div', { class: 'scroller' }, map);
  root.replaceChildren(
    make(
      'p',
      { id: 'map-help', class: 'unseen' },
      'Arrow keys move between free seats, Space or Enter chooses one.',
    ),
    make('div', { class: 'keys' }, key('', 'Free'), key('mine', 'Yours'), key('taken', 'Taken')),
    scroller,
    list,
  );
  // The middle of the house first, where it is wider than the page. After layout, as it may still be hidden.
  requestAnimationFrame(() => {
    scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2;
  });
  report();
}
