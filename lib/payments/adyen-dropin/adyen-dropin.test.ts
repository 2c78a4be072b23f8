import { describe, expect, it } from 'vitest';
import { adyenConfig } from '../adyen/config';
import { adyenCsp } from '../adyen/csp';
import { environmentOf } from '../adyen/environments';
import { isSameAmount } from '../adyen/units';
import { adyenDropinData, evidenceOf, hintOf } from './data';
import { adyenDropin } from './index';
import { adyenDropinParams, adyenDropinResume } from './params';
import type { AdyenDropinData } from './types';

const params = {
  environment: 'live',
  clientKey: 'test_HIVI6UFG3FGQHIMV5UTQYJXNDQHKS2QS',
  session: { id: 'CSBA1F2C3D', sessionData: 'Ab02b4c0!BQABAgB/8=' },
  countryCode: 'GB',
  amount: { amount: 6250, currency: 'GBP', exponent: 2 },
  configuration: { card: { hasHolderName: true, data: { holderName: 'Ada' } }, paypal: {} },
};
const takes = (change: object) => adyenDropinParams.safeParse({ ...params, ...change }).success;

describe('what the supplier hands over', () => {
  it('is a session, with a configuration that goes through as it came', () => {
    expect(adyenDropinParams.parse(params)).toEqual(params);
    expect(takes({ countryCode: undefined, configuration: {} })).toBe(true);
    expect(takes({ environment: 'LIVE-US' })).toBe(true);
  });

  it.each([
    ['an environment that the library would take for live', { environment: 'production' }],
    ['no session', { session: null }],
    ['a fraction of a penny', { amount: { ...params.amount, amount: 62.5 } }],
    ['a configuration that is none', { configuration: 'none' }],
  ])('is refused with %s', (_, change) => {
    expect(takes(change)).toBe(false);
  });

  it('resumes with what Adyen put behind the return address', () => {
    const query = { sessionId: 'CS1', redirectResult: 'X6XtfGC3!Y', anything: 'else' };
    expect(adyenDropinResume.parse(query)).toEqual({ sessionId: 'CS1', redirectResult: 'X6XtfGC3!Y' });
    expect(adyenDropinResume.safeParse({ sessionId: 'CS1' }).success).toBe(false);
  });
});

describe('what the component gives back', () => {
  const paid = {
    outcome: 'result',
    sessionId: 'CS1',
    resultCode: 'Authorised',
    sessionResult: 'Ab02b4c0!secret',
  } as const;

  it.each<AdyenDropinData>([
    paid,
    { outcome: 'result', sessionId: 'CS1', resultCode: 'BrandNew' },
    { outcome: 'cancelled', sessionId: 'CS1' },
    { outcome: 'expired', sessionId: 'CS1' },
    { outcome: 'error', sessionId: 'CS1', why: 'unclear' },
  ])('is for advance: $outcome', (data) => {
    expect(adyenDropinData.parse(data)).toEqual(data);
    expect(hintOf({ ...data })).toEqual({ kind: 'data' });
  });

  it('leaves no token behind', () => {
    expect(evidenceOf(paid)).toEqual({ outcome: 'result', sessionId: 'CS1', resultCode: 'Authorised' });
    expect(evidenceOf({ outcome: 'cancelled', sessionId: 'CS1' })).toEqual({
      outcome: 'cancelled',
      sessionId: 'CS1',
    });
  });

  it.each([
    ['card data', { ...paid, encryptedCardNumber: 'ey' }],
    ['no session', { outcome: 'result', resultCode: 'Authorised' }],
    ['something that is no code', { ...paid, resultCode: '<b>' }],
    ['an outcome of its own', { outcome: 'succeeded', sessionId: 'CS1' }],
    ['nothing', null],
  ])('is refused with %s, and nothing of it is kept', (_, given) => {
    expect(hintOf(given)).toEqual({ kind: 'cancelled' });
    expect(evidenceOf(given)).toBeNull();
  });
});

describe('where Adyen is', () => {
  it('is at its test and live hosts unless something else is said', () => {
    const csp = adyenCsp(adyenConfig.parse({}));
    expect(csp).toEqual({
      frame: ['https:'],
      form: ['https:'],
      connect: [
        'https://checkoutshopper-test.adyen.com',
        'https://checkoutanalytics-test.adyen.com',
        'https://checkoutshopper-live.adyen.com',
        'https://checkoutanalytics-live.adyen.com',
        'https://checkoutshopper-test.cdn.adyen.com',
        'https://checkoutshopper-live.cdn.adyen.com',
      ],
      img: ['https://checkoutshopper-test.cdn.adyen.com', 'https://checkoutshopper-live.cdn.adyen.com'],
    });
    expect(adyenCsp(adyenConfig.parse({ ADYEN_ENVIRONMENTS: 'live-us' })).img).toEqual([
      'https://checkoutshopper-live-us.cdn.adyen.com',
    ]);
  });

  it('is at the configured address and nowhere else', () => {
    const config = adyenConfig.parse({ ADYEN_URL: 'http://127.0.0.1:4012/checkoutshopper/test/' });
    const origin = 'http://127.0.0.1:4012';
    expect(adyenCsp(config)).toEqual({
      frame: [origin, 'https:'],
      form: [origin, 'https:'],
      connect: [origin],
      img: [origin],
    });
    const made = adyenDropin.create(config, { http: () => Promise.reject() as never, now: () => 0 });
    expect(made.settings).toEqual({
      urls: {
        api: 'http://127.0.0.1:4012/checkoutshopper/test/',
        analytics: `${origin}/checkoutanalytics/`,
        cdn: { images: `${origin}/checkoutshopper/`, translations: `${origin}/checkoutshopper/` },
      },
    });
  });

  it.each([
    { ADYEN_URL: 'http://127.0.0.1:4012/adyen/checkoutshopper/' },
    { ADYEN_URL: 'http://127.0.0.1:4012/checkoutshopper' },
    { ADYEN_URL: 'javascript:alert(1)' },
    { ADYEN_ENVIRONMENTS: 'test,production' },
  ])('is refused when it is said as %o', (env) => {
    expect(adyenConfig.safeParse(env).success).toBe(false);
  });

  it('knows environments whatever their capitals', () => {
    expect([environmentOf('TEST'), environmentOf('live-us'), environmentOf('constructor')]).toEqual([
      'test',
      'live-us',
      null,
    ]);
  });
});

describe('amounts', () => {
  const shown = (amount: number, currency: string, exponent: number) => ({ amount, currency, exponent });

  it('are the same in the same currency only', () => {
    expect(isSameAmount({ value: 6250, currency: 'GBP' }, shown(6250, 'GBP', 2))).toBe(true);
    expect(isSameAmount({ value: 6251, currency: 'GBP' }, shown(6250, 'GBP', 2))).toBe(false);
    expect(isSameAmount({ value: 6250, currency: 'EUR' }, shown(6250, 'GBP', 2))).toBe(false);
  });

  it('know currencies that Adyen writes with other decimals', () => {
    expect(isSameAmount({ value: 50_000, currency: 'ISK' }, shown(500, 'ISK', 0))).toBe(true);
    expect(isSameAmount({ value: 50_050, currency: 'ISK' }, shown(500, 'ISK', 0))).toBe(false);
    expect(isSameAmount({ value: 500, currency: 'IDR' }, shown(50_000, 'IDR', 2))).toBe(true);
  });
});
