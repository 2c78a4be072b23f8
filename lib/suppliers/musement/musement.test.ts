import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpCall, HttpClient } from '@/lib/platform/http/types';
import { parseRedirectRule } from '@/lib/platform/security/redirects';
import { read, sender } from './client';
import { config } from './config';
import { customerBody, customerIn, participantsOf, rejectedBy } from './customer';
import { detailsSchema } from './details';
import { faultIn, paymentFailure } from './errors';
import { createLogin } from './login';
import { askedBy, fieldsIn } from './secure';
import { activityWire } from './wire';
import { anyWire, secureWire, splitWire } from './wire-order';

const answered = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answered',
  status,
  headers: new Headers(headers),
  text: body === undefined ? '' : JSON.stringify(body),
  bytes: new Uint8Array(),
});
const ctx = { traceId: 't', locale: 'en-GB', record: () => undefined };

describe('the login', () => {
  const client = { client: { id: 'id', secret: 'secret' } };
  /** A server that numbers its tokens and takes the newest only. */
  function server(lives = 3600) {
    const calls: string[] = [];
    let now = 0;
    let token = 0;
    const http: HttpClient = {
      call: async (_, call: HttpCall) => {
        calls.push(call.path);
        await Promise.resolve();
        if (call.path === '/login') {
          token += 1;
          return answered(200, { access_token: `t${token}`, expires_in: lives, token_type: 'bearer' });
        }
        const good = call.headers?.authorization === `Bearer t${token}`;
        return good ? answered(200, { uuid: 'a' }) : answered(401, { code: '1401', message: 'Full …' });
      },
    };
    const login = createLogin(http, client, () => now);
    const send = sender(http, login);
    const ask = () =>
      send(ctx, {
        http: { name: 'x', method: 'GET', path: '/x', kind: 'payment', repeat: 'always' },
        schema: anyWire,
      });
    return { calls, ask, jump: (ms: number) => (now += ms), lapse: () => (token += 1) };
  }
  const logins = (calls: readonly string[]) => calls.filter((path) => path === '/login').length;

  it('is made once, however many ask at once', async () => {
    const { calls, ask } = server();
    await Promise.all([ask(), ask(), ask()]);
    expect(logins(calls)).toBe(1);
  });

  it('is renewed before it lapses, and once more when a token is turned away', async () => {
    const { calls, ask, jump, lapse } = server();
    await ask();
    jump(3_541_000);
    await ask();
    expect(logins(calls)).toBe(2);
    lapse();
    expect((await ask()).kind).toBe('ok');
    expect(logins(calls)).toBe(3);
  });

  it('that is refused is not taken for an order that is another’s', async () => {
    const http: HttpClient = { call: async () => answered(400, { code: '0', message: 'Invalid client' }) };
    const login = createLogin(http, client, () => 0);
    expect(await login.token(ctx)).toMatchObject({ kind: 'refused', status: 400 });
  });
});

describe('answers', () => {
  it('are refusals of two shapes', () => {
    expect(faultIn({ code: '1422', message: 'No.' })).toEqual({ code: '1422', message: 'No.', fields: [] });
    const form = {
      code: 1100,
      global_error_message: 'Not valid.',
      errors: [{ field_name: 'firstname', field_error_message: 'Blank.' }],
    };
    expect(faultIn(form)).toEqual({ code: '1100', message: 'Not valid.', fields: ['firstname'] });
    expect(faultIn('<html>')).toEqual({ code: '', message: '', fields: [] });
  });

  it('tell what was done from what nobody knows', () => {
    expect(read(answered(503, {}), anyWire).kind).toBe('lost');
    expect(read(answered(429, {}), anyWire).kind).toBe('unsent');
    expect(read(answered(200, 'x'), splitWire).kind).toBe('lost');
    expect(read(answered(302, undefined, { location: 'https://bank.example/' }), splitWire)).toEqual({
      kind: 'moved',
      location: 'https://bank.example/',
    });
    expect(read(answered(204, undefined), anyWire)).toEqual({ kind: 'ok', value: null });
  });

  it('of a payment without a question are success, however empty they are', () => {
    for (const body of [
      undefined,
      {},
      [],
      null,
      { gateway: 'STRIPE' },
      { '3d_secure': [] },
      { '3d_secure': {} },
    ])
      expect(read(answered(200, body), splitWire)).toMatchObject({ kind: 'ok' });
    const asked = read(
      answered(200, { '3d_secure': { type: 'REDIRECT', url: 'https://b.example/' } }),
      splitWire,
    );
    expect(asked).toMatchObject({ kind: 'ok', value: { '3d_secure': { type: 'REDIRECT' } } });
  });

  it('of a gateway are read for why', () => {
    const why = (message: string) =>
      paymentFailure({ kind: 'refused', status: 422, code: '', fields: [], message });
    expect(why('Your card has insufficient funds.')).toBe('insufficient_funds');
    expect(why('3D Secure authentication failed')).toBe('authentication_failed');
    expect(why('Nope')).toBe('card_declined');
  });

  it('have prices that can be read, and none that cannot', () => {
    const price = (value: unknown) =>
      activityWire.safeParse({ uuid: 'a', title: 't', retail_price: { currency: 'EUR', value } }).data
        ?.retail_price;
    expect(price(18.000000000000004)).toBeTruthy();
    expect(price(1e21)).toBeNull();
    expect(price('free')).toBeNull();
  });
});

describe('a bank’s question', () => {
  const rule = parseRedirectRule('https://bank.example');
  const allowed = { redirects: rule.ok ? [rule.rule] : [] };
  const asked = (secure: object) => askedBy(secureWire.parse(secure), allowed);

  it('is put in the page, or on a page that customers may be sent to', () => {
    expect(asked({ type: 'USE_STRIPE_SDK', payment_intent_client_secret: 'pi_1_secret_2' })).toEqual({
      kind: 'sdk',
      secret: 'pi_1_secret_2',
    });
    expect(asked({ type: 'REDIRECT', url: 'https://bank.example/ask' })).toMatchObject({
      kind: 'redirect',
      step: { httpMethod: 'GET', url: 'https://bank.example/ask' },
    });
    expect(
      asked({ type: 'FORM', url: 'https://bank.example/ask', payload: { MD: '1', PaReq: 'a=b' } }),
    ).toMatchObject({
      step: {
        httpMethod: 'POST',
        fields: [
          ['MD', '1'],
          ['PaReq', 'a=b'],
        ],
      },
    });
  });

  it.each([
    ['nothing to ask with', { type: 'USE_STRIPE_SDK', payment_intent_client_secret: null }],
    ['a host that nobody allowed', { type: 'REDIRECT', url: 'https://evil.example/' }],
    ['a script', { type: 'FORM', url: 'javascript:alert(1)' }],
    ['a form that nobody knows', { type: 'CAROUSEL' }],
  ])('with %s cannot be followed', (_, secure) => {
    expect(asked(secure)).toEqual({ kind: 'impossible' });
  });

  it('has its fields as an object or as any kind of list, in their order', () => {
    const fields = [
      ['MD', '1'],
      ['PaReq', 'a=b'],
      ['TermUrl', ''],
    ];
    expect(fieldsIn({ MD: 1, PaReq: 'a=b', TermUrl: null })).toEqual(fields);
    expect(fieldsIn(['MD=1', 'PaReq=a=b', 'TermUrl='])).toEqual(fields);
    expect(fieldsIn(fields)).toEqual(fields);
    expect(fieldsIn(fields.map(([name, value]) => ({ name, value })))).toEqual(fields);
    expect(fieldsIn([{ MD: '1' }, { PaReq: 'a=b' }, { TermUrl: '' }])).toEqual(fields);
    for (const nothing of [null, [], {}, 'x', [7], [{ name: { a: 1 } }]])
      expect(fieldsIn(nothing)).toEqual([]);
  });
});

describe('what is asked of the customer', () => {
  const text = { type: 'string', minLength: 1 };
  const consent = { type: 'string', enum: ['YES', 'NO'] };
  const customer = {
    type: 'object',
    required: ['firstname', 'lastname', 'email', 'extra_customer_data', 'musement_newsletter'],
    properties: {
      firstname: text,
      lastname: text,
      email: text,
      musement_newsletter: { ...consent, title: 'News' },
      extra_customer_data: {
        properties: {
          'a-1': { properties: { phone_number: { ...text, pattern: '[' } }, required: ['phone_number'] },
        },
      },
    },
  };
  const participants = {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: {
      properties: { firstname: text, weight: { type: 'number', minimum: 1 } },
      required: ['firstname'],
    },
  };
  const item = (id: string) => ({
    item: id,
    cartItem: `c-${id}`,
    product: 'p',
    activity: 'a-1',
    named: id === 'i2',
  });
  const items = [item('i1'), item('i2')];
  const memo = { cart: 'c', order: null, items, preferred: null, unable: [], promo: null };
  const schema = detailsSchema({ customer, participants: new Map([['i2', participants]]) }, items);
  const details = { schema, values: {} };
  const typed = {
    customer: { firstName: 'Ada', lastName: 'Byron', email: 'a@example.com', musement_newsletter: true },
    items: { i1: { phone_number: '+44 1' }, i2: { tickets: [{ firstName: 'Aiko', weight: 61 }] } },
  };

  it('is made of the supplier’s schemas: once for an activity, for each participant, and boxes for consents', () => {
    expect(schema).toMatchObject({
      required: ['customer', 'items'],
      properties: {
        customer: {
          required: ['firstName', 'lastName', 'email'],
          properties: { musement_newsletter: { type: 'boolean', title: 'News' } },
        },
        items: {
          properties: {
            i1: { required: ['phone_number'] },
            i2: { required: ['tickets'], properties: { tickets: { minItems: 1 } } },
          },
        },
      },
    });
    // A pattern that does not compile would break the page's own check.
    expect(JSON.stringify(schema)).not.toContain('"["');
  });

  it('goes out by the wire’s names, with a no for every box that nobody ticked', () => {
    const known = customerIn(typed);
    expect(known && customerBody(known, memo, details)).toEqual({
      firstname: 'Ada',
      lastname: 'Byron',
      email: 'a@example.com',
      extra_customer_data: { 'a-1': { phone_number: '+44 1' } },
      musement_newsletter: 'YES',
      thirdparty_newsletter: 'NO',
      events_related_newsletter: 'NO',
    });
    expect(known && participantsOf(known, 'i2', details)).toEqual([{ firstname: 'Aiko', weight: 61 }]);
    expect(customerIn({ customer: { firstName: 'Ada' } })).toBeNull();
  });

  it('is refused field by field', () => {
    const form = { memo, details };
    expect(rejectedBy(['firstname', 'extra_customer_data.a-1.phone_number', 'shoe_size'], form)).toEqual([
      '/customer/firstName',
      '/items/i1/phone_number',
    ]);
    expect(rejectedBy(['0.weight', 'body'], form, 'i2')).toEqual(['/items/i2/tickets/0/weight']);
  });
});

describe('configuration', () => {
  const env = { MUSEMENT_CLIENT_ID: 'id', MUSEMENT_CLIENT_SECRET: 's', MUSEMENT_APPLICATION: 'shop' };
  it('is off without a client, and whole with one', () => {
    expect(config.parse({})).toBeNull();
    expect(config.parse(env)).toMatchObject({
      url: 'https://api.musement.com/api/v3',
      merchant: false,
      webhook: null,
    });
    expect(config.safeParse({ MUSEMENT_CLIENT_ID: 'id' }).success).toBe(false);
    expect(config.safeParse({ ...env, MUSEMENT_STRIPE_KEY: 'sk_live_1' }).success).toBe(false);
    expect(config.safeParse({ ...env, MUSEMENT_WEBHOOK_USER: 'm' }).success).toBe(false);
  });
});
