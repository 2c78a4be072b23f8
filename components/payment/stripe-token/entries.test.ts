import type { TokenResult } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { entriesOf, makeTokens } from './entries';
import { fill } from './texts';

const charge = (key: string, account: string) => ({
  key,
  publishableKey: `pk_test_${account}`,
  label: key,
  amount: 100,
  currency: 'GBP',
  exponent: 2,
});
const entries = entriesOf({
  charges: [charge('a', 'one'), charge('b', 'two'), charge('c', 'one')],
  scriptUrl: 'https://js.stripe.com/endive/stripe.js',
});
const token = (id: string) => ({ token: { id } }) as TokenResult;

describe('card entries', () => {
  it('are one an account, in the order of the charges', () => {
    expect(
      entries.map(({ publishableKey, charges }) => [publishableKey, charges.map(({ key }) => key)]),
    ).toEqual([
      ['pk_test_one', ['a', 'c']],
      ['pk_test_two', ['b']],
    ]);
  });
});

describe('tokens', () => {
  it('are fresh for each charge, from the card of its account', async () => {
    let count = 0;
    const made = await makeTokens(entries, async (entry) => {
      count += 1;
      return token(`tok_${entry}_${count}`);
    });
    expect(made).toEqual({ kind: 'made', tokens: { a: 'tok_0_1', c: 'tok_0_2', b: 'tok_1_3' } });
  });

  it('are all or none: the first refusal ends it', async () => {
    const error = { type: 'card_error', code: 'incorrect_number', message: 'No.' } as const;
    let asked = 0;
    const made = await makeTokens(entries, async (entry) => {
      asked += 1;
      return entry === 1 ? ({ error } as TokenResult) : token(`tok_${asked}`);
    });
    expect(made).toEqual({ kind: 'refused', entry: 1, error });
    const thrown = await makeTokens(entries, () => Promise.reject(new Error('frame gone')));
    expect(thrown).toEqual({ kind: 'refused', entry: 0, error: { type: 'api_error' } });
  });
});

describe('sentences', () => {
  it('take their values, and keep what has none', () => {
    expect(fill('Card {number} of {count}', { number: 1, count: 2 })).toBe('Card 1 of 2');
    expect(fill('{constructor} {x}', {})).toBe('{constructor} {x}');
  });
});
