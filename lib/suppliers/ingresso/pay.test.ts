import { describe, expect, it } from 'vitest';
import type { Input } from '@/lib/checkout/model';
import { readJson } from '@/lib/platform/json';
import { calloutStep, MAX_HOPS } from './callout';
import { customerPairs } from './customer';
import { modeOf } from './debitor';
import { newer } from './documented.test-support';
import { failureOf, rejectedDetails } from './errors';
import { checkoutWith, configWith, deskWith, HOLD } from './fixtures.test-support';
import { begin } from './memo';
import { outcomeStep } from './outcome';
import { awaited } from './pending';
import { tokenPairs, tokenStep } from './tokens';
import { calloutWire, outcomeWire } from './wire';
import { bundleWire } from './wire-order';

const memo = { ...begin(HOLD, 'purchase'), pending: 'first', hops: 1 };
const follow = (change: object, hold = HOLD, hops = 1) =>
  calloutStep(
    deskWith(),
    checkoutWith(),
    hold,
    { ...memo, hops },
    calloutWire.parse({
      callout_type: 'get',
      callout_destination_url: 'https://pay.example/page?step=1',
      callout_parameters: {},
      ...change,
    }),
  ).step;

describe('a callout', () => {
  it('is followed with its parameters in the order of the source', () => {
    const read = readJson('{"10":"ten","2":"two","b":"\\"<&\\u05d0😀","e":""}');
    const step = follow({ callout_parameters: read.ok ? read.value : null });
    expect(step).toEqual({
      kind: 'redirect',
      url: 'https://pay.example/page?step=1',
      httpMethod: 'GET',
      fields: [
        ['10', 'ten'],
        ['2', 'two'],
        ['b', '"<&א😀'],
        ['e', ''],
      ],
      returnToken: 'first',
    });
  });

  it('is followed in the order that is listed, where one is', () => {
    const parameters = { a: '1', b: '2', c: '3' };
    const step = follow({
      callout_type: 'POST',
      callout_parameters: parameters,
      callout_parameters_order: ['c', 'a', 'b'],
    });
    expect(step).toMatchObject({
      httpMethod: 'POST',
      fields: [
        ['c', '3'],
        ['a', '1'],
        ['b', '2'],
      ],
    });
  });

  it.each([
    ['off the list', { callout_destination_url: 'https://elsewhere.example/' }],
    ['with a script', { callout_destination_url: 'javascript:alert(1)' }],
    ['with a password', { callout_destination_url: 'https://a:b@pay.example/' }],
    ['by a method that is none', { callout_type: 'put' }],
  ])('%s is closed instead of followed', (_, change) => {
    expect(follow(change)).toMatchObject({ kind: 'wait', why: 'abandoned', again: 'advance' });
  });

  it('is followed eight times and no more', () => {
    expect(follow({}, HOLD, MAX_HOPS).kind).toBe('redirect');
    expect(follow({}, HOLD, MAX_HOPS + 1)).toMatchObject({ kind: 'wait', why: 'abandoned' });
  });

  it('for a missing token is answered from our own page; a bank’s question is a page', () => {
    const stripe = { debitor: { debitor_type: 'stripe' }, bundle_source_code: 'b1' };
    const hold = { ...HOLD, mode: 'stripe' as const };
    const form = { ...stripe, callout_destination_url: 'https://pay.example/tickets/stripe_form.buy' };
    expect(follow(form, hold)).toMatchObject({
      kind: 'pay',
      params: { charges: [{ key: 'b1', amount: 4500 }] },
    });
    expect(follow(stripe, hold).kind).toBe('redirect');
    const old = { debitor_integration_data: { debitor_type: 'stripe', debit_base_amount: 6250 } };
    expect(follow(old)).toMatchObject({ kind: 'pay', params: { charges: [{ key: 'a0' }] } });
  });

  it('says which token it waits for, or has it in its return address', () => {
    const wire = calloutWire.parse({ callout_type: 'get', callout_destination_url: 'u', return_token: 'x' });
    expect(awaited(wire, ['y'])).toBe('x');
    const old = { callout_parameters: { return_url: 'https://s/return/tok-2' } };
    expect(awaited({ ...wire, return_token: undefined, ...old }, ['tok-1', 'tok-2'])).toBe('tok-2');
    expect(awaited({ ...wire, return_token: undefined }, ['tok-1', null])).toBeNull();
  });
});

describe('tokens', () => {
  const input = (tokens: object): Input => ({
    id: 'i',
    checkoutId: 'c1',
    attemptId: 'a1',
    stepId: 's1',
    kind: 'result',
    data: { tokens: { ...tokens } },
    at: 0,
  });

  it('are asked for each bundle that costs something, with its own key', () => {
    const free = {
      ...HOLD,
      bundles: HOLD.bundles.map((one, index) => (index === 0 ? { ...one, total: 0 } : one)),
    };
    const params = (hold: typeof HOLD) =>
      tokenStep(deskWith(), checkoutWith({ postcode: 'W6', billingPostcode: 'E1' }), hold)?.params;
    expect(params(HOLD)).toMatchObject({
      charges: [{ key: 'a0', publishableKey: 'pk_test_a123' }, { key: 'b1' }],
      billing: { name: 'Ada Byron', postcode: 'E1' },
    });
    expect(params(free)).toMatchObject({ charges: [{ key: 'b1' }] });
  });

  it('are sent all together and each once, or not at all', () => {
    expect(tokenPairs(HOLD, input({ a0: 'tok_1', b1: 'tok_2' }))).toEqual([
      ['a0_callback/stripeToken', 'tok_1'],
      ['b1_callback/stripeToken', 'tok_2'],
    ]);
    expect(tokenPairs(HOLD, input({ a0: 'tok_1' }))).toBeNull();
    expect(tokenPairs(HOLD, input({ a0: 'tok_1', b1: 'tok_1' }))).toBeNull();
  });

  it('are never asked for with a live key in front of a sandbox', () => {
    const live = {
      ...HOLD,
      bundles: HOLD.bundles.map((one) => ({ ...one, publishableKey: 'pk_live_x123' })),
    };
    expect(tokenStep(deskWith({ INGRESSO_URL: 'http://127.0.0.1:4001' }), checkoutWith(), live)).toBeNull();
  });
});

describe('how a hold is paid', () => {
  const bundle = (cost: number, debitor?: object) =>
    bundleWire.parse({ bundle_source_code: 's', bundle_total_cost: cost, order: [], debitor });
  const stripe = { debitor_type: 'stripe', debitor_integration_data: { publishable_key: 'pk_test_1234' } };

  it.each([
    ['credit', [bundle(5)]],
    ['stripe', [bundle(5, stripe), bundle(0)]],
    ['redirect', [bundle(5, { debitor_type: 'dummy' })]],
    ['redirect', [bundle(5, { debitor_type: 'global_collect_2031' })]],
    ['redirect', [bundle(5, stripe), bundle(5, { debitor_type: 'dummy' })]],
    ['unsupported', [bundle(5, { debitor_type: 'cider' })]],
    ['unsupported', [bundle(5, { debitor_type: 'stripe' })]],
    ['unsupported', [bundle(5, stripe), bundle(5)]],
    ['credit', [bundle(0, stripe)]],
  ] as const)('is %s', (mode, bundles) => {
    expect(modeOf(bundles, false)).toBe(mode);
  });

  it('is beyond us where Ingresso wants card numbers itself', () => {
    expect(modeOf([bundle(5)], true)).toBe('unsupported');
  });
});

describe('the customer', () => {
  const pairs = (values: object, env = {}, hold = HOLD) =>
    Object.fromEntries(customerPairs(checkoutWith({ ...values }), hold, configWith(env)) ?? []);

  it('goes out as typed, with the partner’s address where none was, and only the questions that were answered', () => {
    const name = { firstName: '"Zoë" 😀', lastName: 'אבן' };
    expect(pairs({ ...name, supplierMayWrite: false, email: 'a@b.example' })).toEqual({
      first_name: '"Zoë" 😀',
      last_name: 'אבן',
      phone: '123',
      email_address: 'a@b.example',
      address_line_one: '1 Partner Street',
      postcode: 'EC1A 1AA',
      country_code: 'uk',
      agent_reference: 'c1',
      agent_ref: 'c1',
      supplier_can_use_customer_data: 'false',
    });
  });

  it('never lives in a mixture of two addresses', () => {
    expect(pairs({ addressLineTwo: 'Flat 2', country: 'ie' })).toMatchObject({
      address_line_one: 'Flat 2',
      address_line_two: 'Flat 2',
      country_code: 'ie',
    });
    expect(pairs({ town: 'Cork' }).postcode).toBeUndefined();
    const fixed = { ...HOLD, address: { address_line_one: 'Theirs', country_code: 'uk' } };
    expect(pairs({ addressLineOne: 'Mine' }, {}, fixed)).toMatchObject({ address_line_one: 'Theirs' });
  });

  it('keeps their mail address from a partner who does not share it', () => {
    const env = { INGRESSO_SHARE_EMAIL: 'no', INGRESSO_EMAIL: 'desk@partner.example' };
    expect(pairs({ email: 'a@b.example' }, env).email_address).toBeUndefined();
    const needed = { ...HOLD, needsEmail: true };
    expect(pairs({ email: 'a@b.example' }, env, needed).email_address).toBe('desk@partner.example');
  });
});

describe('an end', () => {
  const end = (change: object, closing: 'released' | null = null) =>
    outcomeStep(
      deskWith(),
      checkoutWith({}, { closing }),
      HOLD,
      memo,
      outcomeWire.parse({ ...newer, ...change }),
    ).step;

  it('is told item by item; an item that the answer does not name is not called failed', () => {
    expect(end({})).toMatchObject({
      kind: 'settled',
      items: [
        {
          itemId: '1',
          status: 'booked',
          reference: 'PURCHASE-17BB2-1',
          instructions: 'At the box office:\n- Bring your identification.\n\nQuestions?\nCall us, 9am – 9pm.',
        },
        { itemId: '2', status: 'pending' },
      ],
      money: [
        { key: 'a0', captured: 6250, reference: 'T000-0000-8N66-K30B' },
        { key: 'b1', captured: 0, standing: 'pending' },
      ],
    });
  });

  it('that failed loses the seats, save in name while they are let go of anyway', () => {
    expect(end({ transaction_status: 'failed' })).toMatchObject({ kind: 'declined', holdKept: false });
    expect(end({ transaction_status: 'failed' }, 'released')).toMatchObject({ holdKept: true });
  });

  it('with a status that nobody has heard of is no end', () => {
    expect(end({ transaction_status: 'moon_phase' })).toEqual({ kind: 'unknown', since: deskWith().now() });
  });

  it.each([
    ['authentication_failed', { failed_3d_secure: true }],
    ['incorrect_cvc', { failed_cv_two: true }],
    ['card_declined', { failed_avs: true }],
    ['card_declined', { failure_reason: 'card_declined' }],
    ['payment_cancelled', { failure_reason: 'callout_timeout' }],
    ['booking_failed', { purchase_error: 'The supplier refused the purchase' }],
    ['booking_failed', {}],
  ] as const)('has its reason: %s', (code, fields) => {
    expect(failureOf([{ success: false, ...fields }])).toBe(code);
  });

  it('of refused details names the field', () => {
    const said = (desc: string, code = 8) =>
      rejectedDetails({ kind: 'refused', status: 460, code, desc, key: null });
    expect(said('', 2000)).toEqual(['/customer/email']);
    expect(said("Country code 'foobar' in customer data is invalid")).toEqual(['/customer/country']);
    expect(said('home_phone is required')).toEqual(['/customer/homePhone']);
    expect(said('first_name is required')).toEqual(['/customer/firstName']);
    expect(said('transaction failed')).toBeNull();
  });
});
