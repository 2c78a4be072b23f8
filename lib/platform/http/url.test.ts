import { describe, expect, it } from 'vitest';
import { addressOf } from './url';

const call = (path: string, query?: Record<string, string | number | undefined>) => ({
  name: 'x',
  path,
  query,
});

describe('addressOf', () => {
  it('joins base, path and query', () => {
    expect(
      addressOf('https://api.example/f13/', call('/events.v1', { q: 'a b&c', page: 2, none: undefined }))
        .href,
    ).toBe('https://api.example/f13/events.v1?q=a+b%26c&page=2');
    expect(addressOf('http://127.0.0.1:4002', call('/api/basket/a%20b/100%25/a%2Fb')).href).toBe(
      'http://127.0.0.1:4002/api/basket/a%20b/100%25/a%2Fb',
    );
  });

  it.each([
    '',
    'basket',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    '@evil.example/',
    '/a/../b',
    '/..',
    '/.',
    '/a/./b',
    '/a/%2e%2e/b',
    '/a/%2E./b',
    '/a/.%2e',
    '/a%2f..%2fb',
    '/a/..%5cb',
    '/%252e%252e/b',
    '/%252e%252e/100%25',
    '/%25252e%25252e/b',
    '/%2525252525252e/b',
    '/%2fevil.example',
    '/%5cevil.example',
    '/a?b=c',
    '/a#b',
    '/a b',
    '/a\tb',
    '/a%0d%0ab',
    '/a%00',
    '/ä',
    '/a{b}',
  ])('refuses %j', (path) => {
    expect(() => addressOf('https://api.example/f13', call(path))).toThrow(
      expect.objectContaining({ code: 'bad_path' }),
    );
  });
});
