import { expect, it } from 'vitest';
import { ageText } from './age';

it.each([
  [0, '0 minutes'],
  [61_000, '1 minute'],
  [119 * 60_000, '119 minutes'],
  [2 * 3_600_000, '2 hours'],
  [47 * 3_600_000, '47 hours'],
  [72 * 3_600_000, '3 days'],
])('tells %d ms as %s', (ms, text) => {
  expect(ageText(ms, 'en')).toBe(text);
});
