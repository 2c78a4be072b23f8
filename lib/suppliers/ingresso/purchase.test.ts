import { describe, expect, it } from 'vitest';
import type { Pair } from './calls';
import type { Desk } from './desk';
import { checkoutWith, deskWith, HOLD } from './fixtures.test-support';
import type { HoldMemo } from './memo';
import { purchase } from './purchase';

/** The parameters of purchase.v1, by the tables of its documentation. */
const CUSTOMER = [
  ...['address_line_one', 'address_line_two', 'agent_ref', 'country_code', 'county', 'email_address'],
  ...['first_name', 'home_phone', 'initials', 'last_name', 'phone', 'postcode', 'suffix'],
  ...['supplier_can_use_customer_data', 'title', 'town', 'transaction_uuid'],
  ...['user_can_use_customer_data', 'work_phone', 'world_can_use_customer_data'],
];
const REDIRECT = ['return_token', 'return_url', 'client_http_user_agent', 'client_http_accept'];
/** A later name of `agent_ref`. */
const SINCE = ['agent_reference'];

const EVERYTHING = {
  title: 'Dr.',
  firstName: 'Ada',
  initials: 'A. K.',
  lastName: 'Byron',
  suffix: 'CPA',
  email: 'ada@example.com',
  phone: '1',
  homePhone: '2',
  workPhone: '3',
  addressLineOne: '1 Street',
  addressLineTwo: 'Flat 2',
  town: 'Cork',
  county: 'Munster',
  postcode: 'T12',
  country: 'ie',
  supplierMayWrite: true,
  partnerMayWrite: false,
  othersMayWrite: false,
};

/** What a purchase sends, by name. */
async function sentBy(mode: HoldMemo['mode'], more: readonly Pair[] = [], values: object = EVERYTHING) {
  let body: readonly Pair[] = [];
  const send: Desk['send'] = async (_ctx, _account, { http }) => {
    const { body: sent } = http;
    if (sent && 'form' in sent) body = sent.form as readonly Pair[];
    return { kind: 'lost' };
  };
  const ctx = {
    traceId: 't',
    locale: 'en',
    record: () => undefined,
    returnToken: 'AZaz09-_',
    returnUrl: 'https://shop.example/return/AZaz09-_',
    client: { ip: null, userAgent: 'Mozilla/5.0 (é)', accept: 'text/html' },
  };
  const checkout = checkoutWith({ ...values });
  const { step } = await purchase({ ...deskWith(), send }, ctx, checkout, { ...HOLD, mode }, more);
  expect(step.kind).toBe('unknown');
  return body;
}

describe('the purchase', () => {
  it('on credit has the parameters of the documentation’s table, each once, and no others', async () => {
    const names = (await sentBy('credit')).map(([name]) => name);
    expect([...names].sort()).toEqual([...CUSTOMER, ...SINCE].sort());
  });

  it('by Stripe has a token for each bundle beside them, under its source', async () => {
    const tokens: readonly Pair[] = [
      ['a0_callback/stripeToken', 'tok_1'],
      ['b1_callback/stripeToken', 'tok_2'],
    ];
    const sent = await sentBy('stripe', tokens);
    expect(sent.filter(([name]) => name.includes('callback'))).toEqual(tokens);
  });

  it('with redirects says where to come back to, with the token in the path and no query', async () => {
    const sent = await sentBy('redirect');
    expect(sent.map(([name]) => name).sort()).toEqual([...CUSTOMER, ...SINCE, ...REDIRECT].sort());
    const { return_token: token = '', ...rest } = Object.fromEntries(sent);
    expect(token).toMatch(/^[A-Za-z0-9._-]+$/);
    const url = new URL(rest.return_url ?? '');
    expect([url.pathname.includes(token), url.search, url.hash]).toEqual([true, '', '']);
    expect(rest.client_http_user_agent).toBe('Mozilla/5.0 (é)');
  });

  it('has nothing of what was left empty', async () => {
    const least = { firstName: 'Ada', lastName: 'Byron', phone: '1' };
    const sent = await sentBy('credit', [], least);
    expect(sent.every(([, value]) => value !== '')).toBe(true);
    // The partner's own address stands in.
    expect(Object.fromEntries(sent)).toMatchObject({ address_line_one: '1 Partner Street' });
    expect(sent.map(([name]) => name)).not.toContain('email_address');
  });
});
