import { describe, expect, it } from 'vitest';
import { pickLocale } from './locale';

describe('pickLocale', () => {
  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['tlh, en;q=0.4', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['*', 'en'],
    [';;q=,,x', 'en'],
  ])('answers %s with %s', (header, locale) => {
    expect(pickLocale(header)).toBe(locale);
  });
});
