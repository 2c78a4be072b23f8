import { describe, expect, it } from 'vitest';
import { spreedlyConfig } from './config';
import { evidenceOf, hintOf, spreedlyExpressData } from './data';
import { spreedlyExpress } from './index';
import { spreedlyExpressParams } from './params';

const params = { env: 'Ll6fAtoVSTyVMlJEmtpoJV8Shw5', amount: { amount: 6250, currency: 'GBP', exponent: 2 } };
const signed = { nonce: 'n-1', timestamp: '1795000000', certificateToken: 'C1', signature: 'c2lnbmVk' };
const takes = (change: object) => spreedlyExpressParams.safeParse({ ...params, ...change }).success;

describe('what the supplier hands over', () => {
  it('is an environment, signed or not', () => {
    expect(spreedlyExpressParams.parse({ ...params, signed })).toEqual({ ...params, signed });
    expect(takes({})).toBe(true);
  });

  it.each([
    ['no environment', { env: '' }],
    ['half a signature', { signed: { nonce: 'n', timestamp: '1' } }],
    ['a fraction of a penny', { amount: { ...params.amount, amount: 0.5 } }],
  ])('is refused with %s', (_, change) => {
    expect(takes(change)).toBe(false);
  });
});

describe('what the component gives back', () => {
  const data = { token: '56wyNnSmuA6CWYP7w0MiYCVIbW6' };

  it('is for advance, and leaves no token behind', () => {
    expect(spreedlyExpressData.parse(data)).toEqual(data);
    expect(hintOf(data)).toEqual({ kind: 'data' });
    expect(evidenceOf(data)).toEqual({ given: true });
  });

  it.each([
    ['a card’s number', { token: '4111111111111111' }],
    ['card data', { ...data, last_four_digits: '1111' }],
    ['no token', { token: '' }],
    ['nothing', null],
  ])('is refused with %s, and nothing of it is kept', (_, given) => {
    expect(hintOf(given)).toEqual({ kind: 'cancelled' });
    expect(evidenceOf(given)).toBeNull();
  });
});

describe('where Express is', () => {
  it('is at Spreedly unless somewhere else is named, and its policy follows', () => {
    const made = (env: object) =>
      spreedlyExpress.create(spreedlyConfig.parse(env), {
        http: () => Promise.reject() as never,
        now: () => 0,
      });
    expect(made({})).toMatchObject({
      settings: { scriptUrl: 'https://core.spreedly.com/iframe/express-3.min.js' },
      csp: { script: ['https://core.spreedly.com'], frame: ['https://core.spreedly.com'] },
    });
    expect(made({ SPREEDLY_JS_URL: 'http://127.0.0.1:4014/iframe/express-3.min.js' }).csp.script).toEqual([
      'http://127.0.0.1:4014',
    ]);
    expect(spreedlyConfig.safeParse({ SPREEDLY_JS_URL: 'javascript:alert(1)' }).success).toBe(false);
  });
});
