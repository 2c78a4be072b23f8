import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/lib/platform/plain-text';
import { config } from './config';
import { customerOf, DETAILS } from './details';
import { failureOf, faultIn, noAnswer } from './errors';
import { detailOf, summaries } from './map-event';
import { eventWire } from './wire';

describe('configuration', () => {
  it('is off without a key, and complete with nothing else', () => {
    expect(config.parse({})).toBeNull();
    expect(config.parse({ TICKITTO_KEY: 'k' })).toEqual({
      url: 'https://tickitto.tech',
      key: 'k',
      currency: 'GBP',
      pickerOrigins: ['https://widget.tickitto.tech'],
      imageOrigins: ['https://tickitto.tech'],
      stripeScript: 'https://js.stripe.com/endive/stripe.js',
    });
  });

  it('refuses addresses that are no origins', () => {
    for (const bad of ['https://x.example/path', 'javascript:1', 'x.example']) {
      expect(config.safeParse({ TICKITTO_KEY: 'k', TICKITTO_PICKER_ORIGINS: bad }).success).toBe(false);
    }
  });
});

describe('errors', () => {
  it('maps types to codes, by name or by family', () => {
    expect(failureOf('reservation_error.seats_gone')).toBe('seats_gone');
    expect(failureOf('reservation_error.missing_accompaniments')).toBe('invalid_selection');
    expect(failureOf('authentication_error.invalid_key')).toBe('supplier_misconfigured');
    expect(failureOf('value_error.missing')).toBe('details_rejected');
    expect(failureOf('basket_error.brand_new')).toBe('supplier_refused');
    expect(failureOf('')).toBe('supplier_refused');
  });

  it('reads both generations of error bodies, and none', () => {
    const fault = { type: 'basket_error.price_mismatch', msg: 'Oh', loc: [] };
    expect(faultIn({ request_id: 'r', detail: [fault] }).type).toBe(fault.type);
    expect(faultIn({ errors: [fault] }).type).toBe(fault.type);
    for (const body of [null, [], 'x', { detail: 'Not Found' }, { detail: [] }])
      expect(faultIn(body).type).toBe('');
  });

  it('tells what passes from what does not', () => {
    const refused = (status: number, type = '') => noAnswer({ kind: 'refused', status, type, message: '' });
    expect(noAnswer({ kind: 'lost' })).toMatchObject({ code: 'unavailable' });
    expect(refused(401)).toMatchObject({ code: 'misconfigured' });
    expect(refused(404)).toMatchObject({ code: 'not_found' });
    expect(refused(429)).toMatchObject({ code: 'unavailable' });
    expect(refused(409)).toMatchObject({ code: 'refused', refusals: [{ code: 'supplier_refused' }] });
  });
});

describe('the customer’s details', () => {
  const valid = addFormats(new Ajv2020({ strict: false })).compile(DETAILS);
  const customer = {
    firstName: '美雪',
    lastName: "O'Brien-Şahin",
    email: 'a@example.com',
    phone: '+44 20 8759-9036',
  };
  const check = (change: object) => valid({ customer: { ...customer, ...change } });

  it('takes names of any script and phones as people type them', () => {
    expect(check({})).toBe(true);
    for (const phone of ['12', '(020) 8759 9036', '+1 (415) 555.0100', '+442087599036']) {
      expect([phone, check({ phone })]).toEqual([phone, true]);
    }
  });

  it('refuses what Tickitto would refuse', () => {
    for (const phone of ['', '1', '+', 'call me', '1234567890123456', '++44 20']) {
      expect([phone, check({ phone })]).toEqual([phone, false]);
    }
    expect(check({ email: 'nobody' })).toBe(false);
    expect(check({ firstName: '' })).toBe(false);
    expect(check({ lastName: 'x'.repeat(81) })).toBe(false);
  });

  it('goes out as Tickitto wants it', () => {
    expect(customerOf({ customer }, 'GBP')).toEqual({
      first_name: '美雪',
      last_name: "O'Brien-Şahin",
      email: 'a@example.com',
      phone_number: '+442087599036',
      currency: 'GBP',
    });
    const written = customerOf({ customer: { ...customer, phone: '+44 (0)20 8759 9036' } }, 'GBP');
    expect(written?.phone_number).toBe('+442087599036');
    expect(customerOf({}, 'GBP')).toBeNull();
  });
});

describe('events', () => {
  const frame = { currency: 'GBP', imageOrigins: ['https://img.example'] };
  const event = {
    event_id: 'T123',
    title: 'The Lantern Keepers',
    slug: 'x',
    description: '<p>One &amp; only.</p><script>alert(1)</script><p onclick="x">Two<br/>three</p>',
    short_description: 'Short',
    from_price: { amount: '29.50', currency: 'GBP' },
    admission_type: 'timed_entry',
    soft_availability_t1: '2026-12-01T00:00:00',
    soft_availability_t2: '2026-12-31T00:00:00Z',
    categories: [null, 'Theatre'],
    images: [{ desktop: 'https://img.example/d.png', mobile: 'https://evil.example/m.png' }],
    duration: 150,
  };

  it('are read in both generations, and nonsense is left out', () => {
    const old = { ...event, event_id: 'T2', from_price: 29.5, currency: 'EUR' };
    const rows = summaries([event, null, { event_id: '../x', title: 't' }, 7, old], frame);
    expect(rows.map(({ id, from }) => [id, from?.amount, from?.currency])).toEqual([
      ['T123', 2950, 'GBP'],
      ['T2', 2950, 'EUR'],
    ]);
    expect(rows[0]).toMatchObject({
      category: 'Theatre',
      image: 'https://img.example/d.png',
      dates: { from: Date.UTC(2026, 11, 1), to: Date.UTC(2026, 11, 31) },
    });
  });

  it('have a page without markup', () => {
    const detail = detailOf(eventWire.parse(event), frame);
    expect(detail.description).toBe('One & only.\nTwo\nthree');
    expect(detail.facts).toContainEqual({ label: 'Duration', text: '2 h 30 min' });
    expect(plainText('a < b > c <b>bold</b>', 99)).toBe('a < b > c bold');
  });
});
