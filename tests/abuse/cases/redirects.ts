import { describe, expect, it } from 'vitest';
import { hold } from '../support/purchase';
import type { Site } from '../support/site';
import { Visitor } from '../support/visitor';

const EVIL = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '%2f%2fevil.example',
];

/** Names under which other shops take an address to go on to. */
const NAMES = ['next', 'returnTo', 'return_to', 'redirect', 'url', 'continue', 'problem', 'home', 'callback'];

/** A path of ours: one slash, and nothing that a browser reads as a host. */
const OURS = /^\/(?![/\\])[^\\]*$/;

const spoofed = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  referer: 'https://evil.example/',
};

/** Where a bad address can be put, and whether a form goes there. */
const places = (id: string, evil: string): readonly (readonly [string, boolean])[] => [
  [`/return/${encodeURIComponent(evil)}`, true],
  ['/return/aaaaaaaaaaaaaaaaaaaaaaaa', true],
  [`/c/${encodeURIComponent(evil)}`, false],
  [`/checkout/${id}/check`, true],
  [`/checkout/${encodeURIComponent(evil)}/check`, true],
  ['/basket/checkout', true],
  ['/lookup/send', true],
  ['/ops/login', true],
  [`/ops/${encodeURIComponent(evil)}/check`, true],
  [`/checkout/${id}/go/x`, false],
  ['/basket', false],
  [evil.startsWith('/') ? evil : `/${evil}`, false],
];

/** No address that leads on stems from a request. */
export function redirects(at: () => Site): void {
  describe('a redirect', () => {
    it.each(EVIL)('never leads to %s', async (evil) => {
      const who = new Visitor(at());
      const { id } = await hold(who);
      const asked = NAMES.map((name) => [name, evil] as const);
      const query = `?${new URLSearchParams(asked.map(([name, value]) => [name, value]))}`;
      for (const [path, posts] of places(id, evil)) {
        const form = posts ? { form: asked } : {};
        const { headers, status } = await who.ask(`${path}${query}`, { ...form, headers: spoofed });
        expect(status, path).toBeLessThan(500);
        expect([path, headers.get('location') ?? '/']).toEqual([path, expect.stringMatching(OURS)]);
      }
      const page = await who.ask(`/checkout/${id}${query}`, { headers: spoofed });
      expect(page.text).not.toMatch(/(href|action|src)="[^"]*evil\.example/);
    });
  });
}
