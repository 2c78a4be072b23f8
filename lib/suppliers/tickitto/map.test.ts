import { describe, expect, it } from 'vitest';
import { heldItems, isOpen, isPaid } from './basket';
import { basketOf } from './map';
import { basketWire } from './wire';

const frame = {
  currency: 'GBP',
  imageOrigins: ['https://img.example'],
  url: 'https://tickitto.tech',
  locale: 'en-GB',
};
const read = (json: unknown) => basketOf(basketWire.parse(json), frame);
const pounds = (amount: string | number) => ({ amount, currency: 'GBP' });

/** As the published OpenAPI document has it, with what we do not read and what it may add later. */
const item = {
  id: 'it-1',
  event_id: 'T1',
  product_id: 'pr-1',
  event_name: 'The Lantern Keepers',
  from_date: { local: '2026-07-05T19:30:00', utc: '2026-07-05T18:30:00Z' },
  to_date: { local: '2026-07-05T22:00:00', utc: '2026-07-05T21:00:00Z' },
  price: pounds('40.00'),
  booking_fee: pounds(2),
  ttl: '2026-07-01T12:15:00Z',
  status: 'reserved',
  event: { admission_type: 'timed_entry', delivery_methods: ['eticket'], is_tbd: { time: false } },
  booked_successfully: false,
  voucher_url: null,
  availability_id: 'av-1',
  band_id: 'stalls',
  event_image: { desktop: 'https://evil.example/x.png', mobile: 'https://img.example/m.png' },
  location: { venue_name: 'Palace Theatre' },
  reservations: [1, 2].map((seat) => ({
    product_selection: 'Stalls',
    price: pounds(20),
    commission: pounds('2.00'),
    concession_id: 'adult',
    concession_name: 'Adult',
    seat_selection: `A${seat}`,
  })),
  something_new: { deep: [1, 2, 3] },
};
const basket = {
  _id: 'b-1',
  checkout_status: 'not_checked_out',
  items: [item],
  total_items_price: pounds('40.00'),
  total_booking_fee: pounds('2.00'),
  total_discount: pounds('0.00'),
  total_price: pounds('42.00'),
};

describe('a basket of today', () => {
  it('becomes items with seats, ticket types, times and totals in minor units', () => {
    const [only] = read(basket)?.items ?? [];
    expect(only?.shown).toEqual({
      id: 'it-1',
      title: 'The Lantern Keepers',
      startsAt: Date.UTC(2026, 6, 5, 18, 30),
      timeZone: 'Etc/GMT-1',
      venue: 'Palace Theatre',
      image: 'https://img.example/m.png',
      expiresAt: Date.UTC(2026, 6, 1, 12, 15),
      tickets: [
        { type: 'adult', label: 'Adult', quantity: 2, price: { amount: 4000, currency: 'GBP', exponent: 2 } },
      ],
      seats: ['A1', 'A2'],
      price: { amount: 4000, currency: 'GBP', exponent: 2 },
      fee: { amount: 200, currency: 'GBP', exponent: 2 },
      notices: [],
    });
    expect(read(basket)?.totals).toMatchObject({ items: 4000, fees: 200, discount: 0, due: 4200 });
    expect(JSON.stringify(read(basket))).not.toContain('commission');
  });

  it('remembers what would put the same into a basket again', () => {
    expect(read(basket)?.items[0]?.again).toEqual({
      event: 'T1',
      availability: 'av-1',
      product: 'pr-1',
      band: 'stalls',
      options: [{ concession: 'adult', quantity: 2 }],
    });
  });

  it.each([
    ['reserved', 'held'],
    ['saved', 'held'],
    ['reservation_pending', 'holding'],
    ['reserving', 'holding'],
    ['unreserved', 'lost'],
    ['booking', 'working'],
    ['fulfilment_pending', 'working'],
    ['fulfilment_errored', 'booked'],
    ['booked', 'booked'],
    ['errored', 'failed'],
    ['seller_rejected', 'failed'],
    ['errored_and_refunded', 'refunded'],
    ['cancelling', 'cancelling'],
    ['cancelled', 'cancelled'],
    ['moon_phase', 'unknown'],
  ])('reads the status %s as %s', (status, state) => {
    expect(read({ ...basket, items: [{ ...item, status }] })?.items[0]?.state).toBe(state);
  });

  it('knows open from paid', () => {
    const at = (checkout_status: string, status = 'reserved') => {
      const made = read({ ...basket, checkout_status, items: [{ ...item, status }] });
      return made && [isOpen(made), isPaid(made), heldItems(made).length];
    };
    expect(at('not_checked_out')).toEqual([true, false, 1]);
    expect(at('payment_failed')).toEqual([true, false, 1]);
    expect(at('checkout_pending')).toEqual([false, true, 1]);
    expect(at('checked_out_with_errors', 'errored')).toEqual([false, true, 0]);
    expect(at('not_checked_out', 'booking')).toEqual([false, true, 0]);
    expect(at('moon_phase')).toEqual([false, false, 1]);
  });

  it('shows a day ticket by its day, not as midnight', () => {
    const event = { admission_type: 'date_entry' };
    const [only] = read({ ...basket, items: [{ ...item, event }] })?.items ?? [];
    expect(only?.shown.startsAt).toBeUndefined();
    expect(only?.shown.day).toBe('2026-07-05');
  });
});

describe('vouchers', () => {
  const booked = (extra: object, reservation: object = {}) =>
    read({
      ...basket,
      checkout_status: 'checked_out',
      items: [
        {
          ...item,
          status: 'booked',
          ...extra,
          reservations: item.reservations.map((one) => ({ ...one, ...reservation })),
        },
      ],
    })?.items[0];

  it('takes the merged document, else the tickets’ own, else their codes', () => {
    const url = 'https://tickitto.tech/vouchers/V1.pdf';
    expect(booked({ voucher_url: url })?.vouchers).toEqual([
      { id: 'it-1', kind: 'pdf', label: 'The Lantern Keepers', url },
    ]);
    expect(booked({}, { voucher_url: url })?.vouchers.map(({ id, label }) => [id, label])).toEqual([
      ['it-1.1', 'Adult, A1'],
      ['it-1.2', 'Adult, A2'],
    ]);
    const ticket = { barcodes: [{ format: 'QR_CODE', data: 'ABC' }] };
    expect(booked({}, { ticket })?.vouchers).toContainEqual({
      id: 'it-1.1.1',
      kind: 'qr',
      label: 'Adult, A1',
      value: 'ABC',
    });
  });

  it('keeps a document from elsewhere as a link and drops what is no address', () => {
    const at = (voucher_url: string) => booked({ voucher_url })?.vouchers.map(({ kind }) => kind);
    expect(at('https://cdn.example/v.pdf')).toEqual(['link']);
    for (const url of ['javascript:alert(1)', 'http://cdn.example/v.pdf', 'file:///etc/passwd', '//x', '']) {
      expect(at(url)).toEqual([]);
    }
    expect(at('https://user:pw@tickitto.tech/v.pdf')).toEqual([]);
  });

  it('expects none for tickets collected at the venue', () => {
    const event = { delivery_methods: ['collection'] };
    expect(booked({ event })?.fulfilled).toBe(false);
    expect(booked({})?.fulfilled).toBe(true);
  });
});

describe('a basket of the old generation', () => {
  const old = {
    basket_id: 'b-2',
    created_on: '2021-07-01T12:00:00Z',
    distributor_id: 'D1',
    items: [
      {
        item_id: 'it-9',
        booking_options: [
          { concession_id: 'adult', quantity: 2 },
          { concession_id: 'child', quantity: 1 },
        ],
        display_data: {},
        event_id: 'T1',
        event_name: 'Museum',
        price: 35.41,
        booking_fee: 1.5,
        currency: 'EUR',
        venue_location: { venue_name: 'Museum' },
        event_image: 'https://img.example/a.png',
        ttl: '2021-07-01T12:15:00',
        booked_successfully: false,
        voucher_url: null,
      },
    ],
  };

  it('is read with its other names, bare prices and no totals', () => {
    const made = read(old);
    expect(made).toMatchObject({ id: 'b-2', state: 'open' });
    expect(made?.totals).toMatchObject({ currency: 'EUR', items: 3541, fees: 150, due: 3691 });
    expect(made?.items[0]).toMatchObject({ state: 'held', again: null });
    expect(made?.items[0]?.shown.tickets.map(({ quantity }) => quantity)).toEqual([2, 1]);
    expect(made?.items[0]?.shown.expiresAt).toBe(Date.UTC(2021, 6, 1, 12, 15));
  });

  it('says booked and nothing else', () => {
    const made = read({
      ...old,
      items: [{ ...old.items[0], booked_successfully: true, voucher_url: 'https://tickitto.tech/v.pdf' }],
    });
    expect(made?.items[0]?.state).toBe('booked');
    expect(made && isPaid(made)).toBe(true);
  });
});

describe('what cannot be trusted', () => {
  const parses = (json: unknown) => basketWire.safeParse(json).success;

  it('refuses amounts that are no plain decimals', () => {
    for (const amount of [
      '-1',
      '1e3',
      'NaN',
      '',
      '1,00',
      ' 1',
      '0x10',
      '9'.repeat(13),
      null,
      -3,
      Number.NaN,
    ]) {
      expect(parses({ ...basket, items: [{ ...item, price: { amount, currency: 'GBP' } }] })).toBe(false);
    }
    expect(parses({ ...basket, items: [{ ...item, price: pounds(0.1 + 0.2) }] })).toBe(true);
  });

  it('refuses a basket of several currencies, without an id, or with one item twice', () => {
    expect(read({ ...basket, total_price: { amount: '42', currency: 'EUR' } })).toBeNull();
    expect(
      read({ ...basket, items: [item, { ...item, id: 'it-2', price: { amount: 1, currency: 'EUR' } }] }),
    ).toBeNull();
    expect(read({ ...basket, _id: undefined })).toBeNull();
    expect(read({ ...basket, items: [item, item] })).toBeNull();
    expect(read({ ...basket, items: [{ ...item, id: undefined }] })).toBeNull();
  });

  it('survives nonsense in whatever no sale hangs on', () => {
    const odd = {
      ...item,
      ttl: 'soon',
      from_date: 7,
      location: [],
      event_image: 5,
      reservations: 'none',
      event: null,
    };
    expect(read({ ...basket, items: [odd] })?.items[0]?.shown).toMatchObject({
      title: 'The Lantern Keepers',
    });
  });

  it('keeps text printable and short', () => {
    const event_name = `A\u0000B\u202EC ${'x'.repeat(999)}`;
    const title = read({ ...basket, items: [{ ...item, event_name }] })?.items[0]?.shown.title;
    expect(title?.startsWith('ABC x')).toBe(true);
    expect(title?.length).toBeLessThanOrEqual(300);
  });
});
