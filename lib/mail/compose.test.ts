import { describe, expect, it } from 'vitest';
import type { MoneyState, TicketsState } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { cell } from '@/lib/checkout/words';
import { createCompose } from './compose';
import { bookedCheckout, bookedItem, captured } from './fixtures';
import { mailTranslator, wordOf } from './translate';

const LINK = 'https://tickets.example/c/a.b.c';
const compose = createCompose({
  shopName: 'Foyer',
  supportEmail: 'help@tickets.example',
  supplierName: () => 'Demo Box Office',
});
const confirm = (patch: Partial<Checkout> = {}) => compose('confirmation', bookedCheckout(patch), LINK);

describe('the confirmation', () => {
  it('says what is booked, when in the venue’s own time, where, and what was paid', () => {
    const { subject, text, html } = confirm({ reference: 'FYR-7K3M9Q2D' });
    expect(subject).toBe('Your tickets: The Tempest (FYR-7K3M9Q2D)');
    for (const body of [text, html]) {
      expect(body).toContain('The Tempest');
      expect(body).toMatch(/Sat,? 5 December 2026.{1,4}20:30 CET/);
      expect(body).toContain('Théâtre du Nord');
      expect(body).toContain('2 × Adult');
      expect(body).toContain('A 11, A 12');
      expect(body).toContain('VENUE-1');
      expect(body).toContain('£62.50');
      expect(body).toContain('Demo Box Office');
      expect(body).toContain(LINK);
      expect(body).toContain('help@tickets.example');
    }
  });

  it('says what is good to know of what somebody goes to, and of nothing else', () => {
    const notices = ['Where to meet: Gate 4.', 'Guided in English.'];
    const said = (status: 'booked' | 'failed') => confirm({ items: [bookedItem({ notices, status })] });
    expect(said('booked').text).toContain('Good to know: Where to meet: Gate 4. Guided in English.');
    expect(said('booked').html).toContain('Where to meet: Gate 4.');
    expect(said('failed').text).not.toContain('Gate 4');
  });

  it('never shows the supplier’s addresses, and loads nothing', () => {
    const { text, html } = confirm();
    expect(text + html).not.toContain('supplier.example');
    expect(html).not.toMatch(/<(img|script|link|iframe|object)|url\(|@import|src=/i);
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
    expect(new Set(targets)).toEqual(new Set([LINK]));
  });

  it('adds nothing up across currencies', () => {
    const { text } = confirm({
      money: [
        captured(),
        captured({ key: 'm2', currency: 'JPY', exponent: 0, captured: 5000 }),
        captured({ key: 'm3', captured: 1000, collectedBy: 'partner' }),
      ],
    });
    expect(text).toContain('Paid to Demo Box Office: £62.50');
    expect(text).toContain('Paid to Demo Box Office: ¥5,000');
    expect(text).toContain('Paid: £10.00');
  });

  it('of a part says so, item by item, and what is owed', () => {
    const { subject, text } = confirm({
      items: [bookedItem(), bookedItem({ id: 'i2', title: 'Hamlet', status: 'failed', vouchers: [] })],
      money: [captured({ refundDue: 3000 })],
    });
    expect(subject).toContain('not everything');
    expect(text).toContain('Could not be booked');
    expect(text).toContain('Demo Box Office owes you £30.00');
    expect(text).toContain('Still owed to you: £30.00');
  });

  it('of free tickets says that there was nothing to pay', () => {
    const totals = [{ currency: 'GBP', exponent: 2, items: 0, fees: 0, delivery: 0, discount: 0, due: 0 }];
    expect(confirm({ money: [], totals }).text).toContain('There was nothing to pay.');
  });

  it('says that a voucher is still to come', () => {
    expect(confirm({ items: [bookedItem({ voucherToCome: true, vouchers: [] })] }).text).toContain('to come');
  });
});

describe('the follow-up', () => {
  const follow = (patch: Partial<Checkout>) => compose('follow_up', bookedCheckout(patch), LINK);

  it('tells that the tickets are ready', () => {
    expect(follow({}).subject).toContain('Your tickets are ready');
  });

  it('never reads as harmless when money was taken and there are no tickets', () => {
    const { subject, text } = follow({
      items: [bookedItem({ status: 'failed', vouchers: [] })],
      money: [captured({ refundDue: 6250 })],
    });
    expect(subject).toContain('could not be booked');
    expect(text).toContain('owes you £62.50');
    expect(text).not.toMatch(/not charged|you’re going/i);
  });
});

describe('tickets that were cancelled', () => {
  const cancelled = bookedItem({ status: 'cancelled' });
  const follow = (patch: Partial<Checkout>) => compose('follow_up', bookedCheckout(patch), LINK);

  it('are never called “could not be booked”, and the mail names who gives back what', () => {
    const { subject, text } = follow({ items: [cancelled], money: [captured({ refundDue: 6250 })] });
    expect(subject).toContain('was cancelled');
    expect(text).toContain('Demo Box Office took the payment and owes you £62.50');
    expect(subject + text).not.toMatch(/could not be booked|not charged/);
  });

  it('leave the others booked', () => {
    const items = [bookedItem(), bookedItem({ id: 'i2', status: 'cancelled' })];
    const { text } = follow({ items, money: [captured({ collectedBy: 'partner', refundDue: 3125 })] });
    expect(text).toContain('Some of your tickets were cancelled, the others are booked.');
    expect(text).toContain('We owe you £31.25');
  });

  it('name the amount even before anybody has said what comes back', () => {
    const { text } = follow({ items: [cancelled], money: [captured({ refunded: 1250 })] });
    expect(text).toContain('finding out how much of £50.00 comes back');
  });
});

describe('the way back', () => {
  it('gives away nothing but the number and the link', () => {
    const { text, html } = compose('link', bookedCheckout(), LINK);
    for (const body of [text, html]) {
      expect(body).toContain(LINK);
      expect(body).not.toMatch(/Tempest|VENUE-1|62\.50|Ada/);
    }
  });
});

describe('text from outside', () => {
  const hostile = '<img src=x onerror=alert(1)> "\' & </style><script>';

  it('never becomes markup', () => {
    const item = bookedItem({
      title: hostile,
      venue: hostile,
      reference: hostile,
      seats: [hostile],
      tickets: [{ type: 'x', label: hostile, quantity: 1 }],
    });
    const { html, text } = compose('confirmation', bookedCheckout({ items: [item] }), `${LINK}?"><script>`);
    expect(html).not.toMatch(/<img|<script|<\/style><|onerror=[^&]*>/i);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(text).toContain('<img src=x');
  });

  it('cannot begin a header or hide itself', () => {
    const title = 'Tempest\r\nBcc: victim@example.org\u2028\u0085\u202eevil\0\ud83d';
    const { subject, text } = compose(
      'confirmation',
      bookedCheckout({ items: [bookedItem({ title })] }),
      LINK,
    );
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
    expect(text).not.toMatch(/\nBcc/);
    const long = bookedItem({ title: '🎭'.repeat(500) });
    expect([...compose('confirmation', bookedCheckout({ items: [long] }), LINK).subject].length).toBeLessThan(
      130,
    );
  });

  it('is the only thing a link may not be', () => {
    expect(() => compose('link', bookedCheckout(), 'javascript:alert(1)')).toThrow();
  });
});

describe('languages', () => {
  it('fall back to the language, then to English', () => {
    const german = compose('link', bookedCheckout({ locale: 'de-DE' }), LINK);
    expect(german.subject).toContain('The link to your order');
    expect(compose('link', bookedCheckout({ locale: 'en-US' }), LINK).subject).toBeTruthy();
  });

  it('have a sentence for every pair of ledgers', () => {
    const tickets: TicketsState[] = ['open', 'held', 'attempting', 'booked', 'part_booked', 'failed'];
    tickets.push('released', 'expired', 'unknown');
    const money: MoneyState[] = ['none', 'pending', 'authorised', 'captured', 'refunded', 'refund_due'];
    const t = mailTranslator('en');
    for (const one of tickets) {
      for (const two of [...money, 'unknown' as const]) {
        for (const cancelled of ['none', 'some', 'all'] as const) {
          const code = cell(one, two, 'partner', cancelled).code;
          expect(wordOf(t, code, { supplier: 'X', refund: '£1' })).not.toContain('{');
        }
      }
    }
  });
});
