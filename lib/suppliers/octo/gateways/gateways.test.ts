import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import type { Checkout, Input } from '@/lib/checkout/model';
import type { CallContext } from '@/lib/checkout/supplier';
import { config } from '../config';
import type { Desk } from '../desk';
import type { Gateway, Order } from '../order';
import { adyen } from './adyen';
import { parameter } from './returned';
import { spreedly } from './spreedly';
import { returnKey, viva } from './viva';

const env = { OCTO_KEY: 'k', VIVA_COLOR: '00aa00', VIVA_ORDER_PARAMETER: 'order' };
const settings = (more: object = {}) => {
  const parsed = config.parse({ ...env, ...more });
  if (!parsed) throw new Error('It is off');
  return parsed;
};
const desk = (more: object = {}) => ({ config: settings(more) }) as unknown as Desk;
const ctx = { locale: 'el-GR' } as CallContext;
const checkout = {
  totals: [{ currency: 'EUR', exponent: 2, due: 1760 }],
} as unknown as Checkout;
const order = (gateway: Gateway) => ({ gateway }) as Order;
const input = (kind: Input['kind'], data: Json) => ({ kind, data }) as Input;
const came = (
  query: readonly (readonly [string, string])[],
  body: readonly (readonly [string, string])[] = [],
) => ({ query, body, referer: null }) as Json;

describe('a parameter of a return', () => {
  it('is read in any capitals, from query and body', () => {
    expect(parameter(came([['EventId', '0']]), 'eventId')).toBe('0');
    expect(parameter(came([], [['t', 'x']]), 't')).toBe('x');
  });

  it('is nothing where it is not there, empty, or two things at once', () => {
    for (const data of [
      came([]),
      came([['t', '']]),
      came([
        ['t', 'a'],
        ['t', 'b'],
      ]),
      came([['t', 'a']], [['T', 'b']]),
    ])
      expect(parameter(data, 't')).toBeNull();
    expect(
      parameter(
        came([
          ['t', 'a'],
          ['t', 'a'],
        ]),
        't',
      ),
    ).toBe('a');
    const others: readonly Json[] = [null, 'x', {}, { query: 'x' }];
    for (const none of others) expect(parameter(none, 't')).toBeNull();
  });
});

describe('Viva', () => {
  const code = { digits: '9212345678901234', bare: true };
  const given = viva.hand(desk(), ctx, checkout, order({ id: 'viva', order: code, error: null }));
  const payment = given?.payment ?? {};

  it('is a way out with the code digit for digit, and a key for the way back', () => {
    expect(given?.step).toEqual({
      kind: 'redirect',
      url: 'https://www.vivapayments.com/web2',
      httpMethod: 'GET',
      fields: [
        ['ref', '9212345678901234'],
        ['lang', 'el-GR'],
        ['color', '00aa00'],
      ],
      returnKeys: ['viva:9212345678901234'],
    });
    expect(viva.hand(desk(), ctx, checkout, order({ id: 'viva', order: null, error: 'No.' }))).toBeNull();
  });

  it('confirms with the transaction, for this very code', () => {
    const back = (code: string) =>
      viva.read(
        desk(),
        payment,
        input(
          'return',
          came([
            ['order', code],
            ['t', 'tx'],
          ]),
        ),
      );
    expect(back('9212345678901234')).toEqual({
      kind: 'confirm',
      payment: {
        gateway: 'vivawallet',
        bare: true,
        vivawallet: { orderCode: '9212345678901234', transactionId: 'tx' },
      },
    });
    expect(back('9212345678901235')).toEqual({ kind: 'nothing' });
    expect(viva.read(desk(), payment, input('result', came([['order', code.digits]])))).toEqual({
      kind: 'nothing',
    });
  });

  it('was not paid without a transaction', () => {
    const failed = (event: string) =>
      viva.read(
        desk(),
        payment,
        input(
          'return',
          came([
            ['order', code.digits],
            ['eventId', event],
          ]),
        ),
      );
    expect(failed('10051')).toEqual({ kind: 'again', code: 'insufficient_funds' });
    expect(failed('2061')).toEqual({ kind: 'again', code: 'payment_cancelled' });
  });

  it('says nothing with two transactions, or with two order codes', () => {
    const back = (...pairs: readonly (readonly [string, string])[]) =>
      viva.read(desk(), payment, input('return', came(pairs)));
    const own = ['order', code.digits] as const;
    expect(back(own, ['t', 'a'], ['t', 'b'])).toEqual({ kind: 'nothing' });
    expect(back(own, ['t', 'a'], ['T', 'b'])).toEqual({ kind: 'nothing' });
    expect(back(own, ['order', '1'], ['t', 'a'])).toEqual({ kind: 'nothing' });
    expect(back(own, own, ['t', 'a'], ['t', 'a'])).toMatchObject({ kind: 'confirm' });
  });

  it('finds its payment by the configured parameter and nothing else', () => {
    expect(returnKey(settings(), came([['order', code.digits]]))).toBe('viva:9212345678901234');
    for (const bad of [
      came([['s', code.digits]]),
      came([['order', 'x:1']]),
      came([
        ['order', '1'],
        ['order', '2'],
      ]),
    ])
      expect(returnKey(settings(), bad)).toBeNull();
  });
});

describe('Adyen', () => {
  const part = {
    environment: 'test',
    clientKey: 'test_X',
    countryCode: 'NL',
    session: { id: 'CS1', sessionData: 'data' },
    configuration: { card: { hasHolderName: true } },
  };
  const payment = { gateway: 'adyen', adyen: { sessionId: 'CS1' } };
  const read = (kind: Input['kind'], data: Json) => adyen.read(desk(), payment, input(kind, data));

  it('hands the session and the supplier’s configuration to the Drop-in, unread', () => {
    const given = adyen.hand(desk(), ctx, checkout, order({ id: 'adyen', adyen: part }));
    expect(given).toMatchObject({
      step: {
        kind: 'pay',
        method: 'adyen-dropin',
        params: { session: part.session, configuration: part.configuration, amount: { amount: 1760 } },
      },
      payment,
    });
    const without = order({ id: 'adyen', adyen: { ...part, session: null } });
    expect(adyen.hand(desk(), ctx, checkout, without)).toBeNull();
    const live = order({ id: 'adyen', adyen: { ...part, clientKey: 'live_X' } });
    expect(adyen.hand(desk({ OCTO_URL: 'http://127.0.0.1:4003/octo' }), ctx, checkout, live)).toBeNull();
  });

  it('goes back into the page with what the bank sent, for this session', () => {
    expect(
      read(
        'return',
        came([
          ['redirectResult', 'r'],
          ['sessionId', 'CS1'],
        ]),
      ),
    ).toEqual({
      kind: 'resume',
      resume: { redirectResult: 'r', sessionId: 'CS1' },
    });
    expect(read('return', came([['redirectResult', 'r']]))).toMatchObject({ kind: 'resume' });
    expect(
      read(
        'return',
        came([
          ['redirectResult', 'r'],
          ['sessionId', 'CS2'],
        ]),
      ),
    ).toEqual({ kind: 'nothing' });
    expect(read('return', came([]))).toEqual({ kind: 'nothing' });
  });

  it.each(['Authorised', 'Refused', 'SomethingNew'])(
    'asks the supplier whatever the page says: %s',
    (resultCode) => {
      const said = { outcome: 'result', sessionId: 'CS1', resultCode, sessionResult: 'sr' };
      expect(read('result', said)).toEqual({
        kind: 'confirm',
        payment: { gateway: 'adyen', adyen: { sessionId: 'CS1', sessionResult: 'sr' } },
      });
    },
  );

  it('takes no word about another session, and doubts where nobody knows', () => {
    expect(read('result', { outcome: 'cancelled', sessionId: 'CS2' })).toEqual({ kind: 'nothing' });
    expect(read('result', { outcome: 'cancelled', sessionId: 'CS1' })).toMatchObject({ kind: 'again' });
    const doubts: readonly Json[] = [
      { outcome: 'expired', sessionId: 'CS1' },
      { outcome: 'error', sessionId: 'CS1', why: 'unclear' },
    ];
    for (const said of doubts)
      expect(read('result', said)).toEqual({ kind: 'confirm', payment, doubtful: true });
  });
});

describe('Spreedly', () => {
  it('hands over what is signed only whole, and confirms with the token', () => {
    const part = { env: 'E1', signed: null };
    const given = spreedly.hand(desk(), ctx, checkout, order({ id: 'spreedly', spreedly: part }));
    expect(given?.step).toEqual({
      kind: 'pay',
      method: 'spreedly-express',
      params: { env: 'E1', amount: { amount: 1760, currency: 'EUR', exponent: 2 } },
    });
    expect(spreedly.read(desk(), given?.payment ?? {}, input('result', { token: 'tok' }))).toEqual({
      kind: 'confirm',
      payment: { gateway: 'spreedly', spreedly: { token: 'tok' } },
    });
    expect(spreedly.read(desk(), {}, input('result', {}))).toEqual({ kind: 'nothing' });
  });
});
