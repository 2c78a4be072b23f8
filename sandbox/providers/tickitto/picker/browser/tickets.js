import { make, money } from './format.js';

/** Ticket types with a stepper each; where there are several areas, one is chosen first. `changed` gets the choice. */
export function tickets(root, offer, changed) {
  const quantities = new Map();
  let band =
    offer.bands.length === 1 ? offer.bands[0] : (offer.bands.find(({ left }) => left > 0) ?? offer.bands[0]);

  const report = () => {
    const lines = band.tickets
      .map((ticket) => ({ ticket, quantity: quantities.get(ticket.id) ?? 0 }))
      .filter(({ quantity }) => quantity > 0);
    changed({
      band_id: band.id,
      options: lines.map(({ ticket, quantity }) => ({ concession_id: ticket.id, quantity })),
      count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      price: lines.reduce((sum, { ticket, quantity }) => sum + quantity * ticket.price, 0),
    });
  };

  const stepper = (ticket) => {
    const most = () => {
      const others = [...quantities].reduce(
        (sum, [id, quantity]) => (id === ticket.id ? sum : sum + quantity),
        0,
      );
      return Math.min(offer.max, band.left) - others;
    };
    const amount = make('output', { class: 'amount', 'aria-live': 'polite' }, '0');
    const step = (by) => {
      const next = Math.max(0, Math.min(most(), (quantities.get(ticket.id) ?? 0) + by));
      quantities.set(ticket.id, next);
      refresh();
      report();
    };
    const less = make(
      'button',
      { type: 'button', class: 'step', 'aria-label': `One ${ticket.name} less`, onclick: () => step(-1) },
      '−',
    );
    const more = make(
      'button',
      { type: 'button', class: 'step', 'aria-label': `One ${ticket.name} more`, onclick: () => step(1) },
      '+',
    );
    const update = () => {
      const now = quantities.get(ticket.id) ?? 0;
      amount.textContent = String(now);
      // Not `disabled`: a button that had the focus must keep it.
      less.setAttribute('aria-disabled', String(now === 0));
      more.setAttribute('aria-disabled', String(now >= most()));
    };
    const row = make(
      'li',
      { class: 'ticket' },
      make(
        'div',
        { class: 'what' },
        make('span', { class: 'name' }, ticket.name),
        ticket.note ? make('span', { class: 'quiet' }, ticket.note) : null,
      ),
      make('span', { class: 'price' }, ticket.price === 0 ? 'Free' : money(ticket.price)),
      make('div', { class: 'stepper', role: 'group', 'aria-label': ticket.name }, less, amount, more),
    );
    return { row, update };
  };

  let steppers = [];
  const refresh = () => {
    for (const { update } of steppers) update();
  };

  const draw = () => {
    const areas = offer.bands.map((one) =>
      make(
        'label',
        { class: 'chip area' },
        make('input', {
          type: 'radio',
          name: 'band',
          value: one.id,
          checked: one === band,
          disabled: one.left === 0,
          onchange: () => {
            band = one;
            quantities.clear();
            draw();
            root.querySelector(`input[value="${one.id}"]`)?.focus();
          },
        }),
        make('span', {}, one.left === 0 ? `${one.name}, sold out` : one.name),
      ),
    );
    steppers = band.tickets.map(stepper);
    const list = make('ul', { class: 'list' }, ...steppers.map(({ row }) => row));
    const scarce =
      band.left > 0 && band.left <= 10 ? make('p', { class: 'note' }, `Only ${band.left} left.`) : null;
    const fieldset = make(
      'fieldset',
      { class: 'areas chips' },
      make('legend', { class: 'unseen' }, 'Area'),
      ...areas,
    );
    root.replaceChildren(...[areas.length > 1 ? fieldset : null, list, scarce].filter(Boolean));
    refresh();
    report();
  };
  draw();
}
