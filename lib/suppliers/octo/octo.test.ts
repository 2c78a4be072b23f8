import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { CERTIFIED, config } from './config';
import { contactOf, customerIn, holdersOf } from './contact';
import { detailsSchema, fieldOf, nameOf } from './details';
import { faultIn, isAboutDetails, noAnswer, paymentFailure, refusalOf } from './errors';
import { offerId, readOfferId } from './offer-id';
import type { Booking } from './order';
import { brokenRule } from './rules';
import { uuidOf } from './uuid';
import { optionWire } from './wire';

const refused = (code: string, message = '', status = 400) =>
  ({ kind: 'refused', status, code, message }) as const;

describe('configuration', () => {
  it('is off without a key, and complete with nothing else', () => {
    expect(config.parse({})).toBeNull();
    expect(config.parse({ OCTO_KEY: 'k' })).toMatchObject({
      url: 'https://api.ventrata.com/octo',
      env: 'live',
      capabilities: ['octo/content', 'octo/pricing', 'octo/cart', 'octo/cardPayments'],
      documentOrigins: ['https://api.ventrata.com'],
      rawCards: false,
      viva: { url: 'https://www.vivapayments.com', orderParameter: 's', transactionParameter: 't' },
    });
  });

  it('takes an address with its path, and none with more', () => {
    expect(config.parse({ OCTO_KEY: 'k', OCTO_URL: 'https://x.example/octo/' })?.url).toBe(
      'https://x.example/octo',
    );
    for (const bad of ['x.example', 'https://x.example/?a', 'https://u:p@x.example/octo', 'javascript:1'])
      expect(config.safeParse({ OCTO_KEY: 'k', OCTO_URL: bad }).success).toBe(false);
  });

  it('opens card numbers to nobody who does not say it in so many words', () => {
    for (const vague of ['yes', 'true', '1', CERTIFIED.toUpperCase()])
      expect(config.safeParse({ OCTO_KEY: 'k', OCTO_RAW_CARDS: vague }).success).toBe(false);
    expect(config.parse({ OCTO_KEY: 'k', OCTO_RAW_CARDS: CERTIFIED })?.rawCards).toBe(true);
  });
});

describe('errors', () => {
  it('are in the body, whatever the status says', () => {
    expect(faultIn({ error: 'BAD_REQUEST', errorMessage: 'No.' })).toEqual({
      code: 'BAD_REQUEST',
      message: 'No.',
    });
    expect(faultIn({ error: 'NEW_ONE' })).toEqual({ code: 'NEW_ONE', message: '' });
    for (const none of [null, [], 'x', {}, { error: '' }, { error: 7 }]) expect(faultIn(none)).toBeNull();
  });

  it('tell what passes from what does not', () => {
    expect(noAnswer({ kind: 'lost' })).toMatchObject({ code: 'unavailable' });
    expect(noAnswer(refused('FORBIDDEN', '', 403))).toMatchObject({ code: 'misconfigured' });
    expect(noAnswer(refused('CAPABILITIES_REQUIRED'))).toMatchObject({ code: 'misconfigured' });
    for (const gone of ['INVALID_PRODUCT_ID', 'INVALID_AVAILABILITY_ID', 'INVALID_AVAILABILIY_ID'])
      expect(noAnswer(refused(gone))).toMatchObject({ code: 'not_found' });
    expect(refusalOf(refused('UNPROCESSABLE_ENTITY', 'Not enough is left.'), 'The boat')).toEqual({
      code: 'sold_out',
      title: 'The boat',
      text: 'Not enough is left.',
    });
  });

  it('say by words alone why a card was refused', () => {
    const because = (message: string) => paymentFailure(refused('BAD_REQUEST', message));
    expect(because('Your card has insufficient funds.')).toBe('insufficient_funds');
    expect(because('Your card has expired.')).toBe('card_expired');
    expect(because('3D Secure authentication failed')).toBe('authentication_failed');
    expect(because('')).toBe('card_declined');
    expect(paymentFailure(refused('INVALID_CARD_ID'))).toBe('payment_method_unavailable');
    expect(paymentFailure(refused('GATEWAY_CURRENCY_MISMATCH'))).toBe('payment_method_unavailable');
    expect(isAboutDetails(refused('BAD_REQUEST', 'contact.phoneNumber is missing'))).toBe(true);
    expect(isAboutDetails(refused('BAD_REQUEST', 'Declined'))).toBe(false);
  });
});

describe('ids', () => {
  it('of offers hold whatever the supplier writes', () => {
    for (const availability of ['2026-06-22T00:00:00+01:00', 'a|b %/ü', null])
      expect(readOfferId(offerId({ option: 'DEF|AULT', availability }))).toEqual({
        option: 'DEF|AULT',
        availability,
      });
    for (const bad of ['', '|', 'a|b|c', 'a|', '%E0%A4%A']) expect(readOfferId(bad)).toBeNull();
  });

  it('of bookings are the same for the same, and uuids', () => {
    expect(uuidOf('a', 0)).toBe(uuidOf('a', 0));
    expect(uuidOf('a', 0)).not.toBe(uuidOf('a', 1));
    expect(uuidOf('a1')).not.toBe(uuidOf('a', 1));
    expect(uuidOf('a', 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the rules of an option', () => {
  const option = optionWire.parse({
    id: 'o',
    restrictions: { minUnits: 2, maxUnits: 5, maxPaxCount: 6 },
    units: [
      { id: 'adult', title: 'Adult' },
      { id: 'child', title: 'Child', restrictions: { accompaniedBy: ['adult'], maxQuantity: 3 } },
      { id: 'family', title: 'Family', restrictions: { paxCount: 4, minQuantity: 1 } },
    ],
  });
  const choose = (wanted: Record<string, number>) =>
    brokenRule(
      option,
      option.units.map((unit) => ({ unit, quantity: wanted[unit.id] ?? 0 })),
    );

  it.each([
    [{}, 'Choose at least one ticket.'],
    [{ adult: 1 }, 'At least 2 tickets are sold together.'],
    [{ adult: 6 }, 'At most 5 tickets are sold together.'],
    [{ child: 2 }, 'Child: only with Adult.'],
    [{ adult: 1, child: 4 }, 'Child: at most 3.'],
    [{ family: 2 }, 'It is for at most 6 people.'],
    [{ adult: 1, child: 3 }, null],
    [{ adult: 2, family: 1 }, null],
  ])('%j: %s', (wanted, said) => {
    expect(choose(wanted)).toBe(said);
  });
});

describe('details', () => {
  const booking = {
    title: 'Tea',
    required: ['firstName', 'phoneNumber', 'passportNumber'],
    visible: ['notes', 'locales', 'country'],
    tickets: [
      { uuid: 'u1', unitId: 'a', label: 'Adult', price: null, asks: ['firstName'] },
      { uuid: 'u2', unitId: 'b', label: 'Baby', price: null, asks: [] },
      { uuid: 'u3', unitId: 'a', label: 'Adult', price: null, asks: ['firstName'] },
    ],
  } as unknown as Booking;
  const schema = detailsSchema({ locale: 'de-DE', bookings: [{ item: 'i1', booking }] });
  const valid = addFormats(new Ajv2020({ strict: false })).compile(schema);
  const values = {
    customer: {
      firstName: 'Aiko',
      lastName: 'Mori',
      email: 'a@example.com',
      phone: '+44 (0)20 87',
      passportNumber: 'X1',
      country: 'JP',
    },
    items: { i1: { tickets: [{ firstName: 'Ken' }, { firstName: 'Yui' }] } },
  };

  it('are what the products ask, once for all and for each guest', () => {
    expect(valid(values)).toBe(true);
    expect(valid({ ...values, items: { i1: { tickets: [{ firstName: 'Ken' }] } } })).toBe(false);
    expect(valid({ ...values, customer: { ...values.customer, passportNumber: undefined } })).toBe(false);
    expect(valid({ ...values, customer: { ...values.customer, country: 'XX' } })).toBe(false);
    expect(JSON.stringify(schema)).toContain('"title":"Passport number"');
    expect(JSON.stringify(schema)).toContain('"Deutschland"');
    expect(JSON.stringify(schema)).not.toContain('locales');
  });

  it('go out by the wire’s names, each guest to their ticket', () => {
    const customer = customerIn(values);
    if (!customer) throw new Error('They do not read');
    expect(contactOf(customer, 'de-DE')).toEqual({
      fullName: 'Aiko Mori',
      firstName: 'Aiko',
      lastName: 'Mori',
      emailAddress: 'a@example.com',
      phoneNumber: '+442087',
      passportNumber: 'X1',
      country: 'JP',
      locales: ['de-DE'],
    });
    const units = [
      { uuid: 'u1', unitId: 'a', asks: true },
      { uuid: 'u2', unitId: 'b', asks: false },
      { uuid: 'u3', unitId: 'a', asks: true },
    ];
    expect(holdersOf(customer, { item: 'i1', uuid: 'b', units })).toEqual([
      { uuid: 'u1', unitId: 'a', contact: { firstName: 'Ken' } },
      { uuid: 'u2', unitId: 'b' },
      { uuid: 'u3', unitId: 'a', contact: { firstName: 'Yui' } },
    ]);
    // A list that is sent replaces all of them, so none is sent where none is asked for.
    const silent = units.map((unit) => ({ ...unit, asks: false }));
    expect(holdersOf(customer, { item: 'i1', uuid: 'b', units: silent })).toBeUndefined();
    expect(customerIn({ customer: { firstName: 'Aiko' } })).toBeNull();
    for (const field of ['emailAddress', 'phoneNumber', 'x']) expect(fieldOf(nameOf(field))).toBe(field);
  });
});
