import { expect, it } from 'vitest';
import { createCache } from './cache';

const always = () => true;

it('asks once a while, shares one question, and keeps only what is worth keeping', async () => {
  let now = 0;
  let asked = 0;
  const cache = createCache({ ttlMs: 100, max: 10, now: () => now });
  const load = async () => {
    asked += 1;
    return asked;
  };
  expect(await Promise.all([cache.get('a', load, always), cache.get('a', load, always)])).toEqual([1, 1]);
  now = 99;
  expect(await cache.get('a', load, always)).toBe(1);
  now = 100;
  expect(await cache.get('a', load, () => false)).toBe(2);
  expect(await cache.get('a', load, always)).toBe(3);
});

it('lets the one go that was used longest ago', async () => {
  const cache = createCache({ ttlMs: 100, max: 2, now: () => 0 });
  for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, async () => key, always);
  expect(await cache.get('a', async () => 'new', always)).toBe('a');
  expect(await cache.get('b', async () => 'new', always)).toBe('new');
});

it('forgets what begins so, and nothing else', async () => {
  const cache = createCache({ ttlMs: 100, max: 10, now: () => 0 });
  for (const key of ['offers/e1/today', 'offers/e1/later', 'offers/e10/today', 'event/e1'])
    await cache.get(key, async () => 'old', always);
  cache.forget('offers/e1/');
  const again = (key: string) => cache.get(key, async () => 'new', always);
  expect(await again('offers/e1/today')).toBe('new');
  expect(await again('offers/e1/later')).toBe('new');
  expect(await again('offers/e10/today')).toBe('old');
  expect(await again('event/e1')).toBe('old');
});
