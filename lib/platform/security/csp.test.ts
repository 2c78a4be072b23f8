import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, documentHeaders } from './csp';
import { extraSources, isPrivate } from './documents';

const facts = { nonce: 'n0nce', images: ['https://img.example'], extra: {}, development: false };
const sources = {
  pickers: ['https://pick.example'],
  redirects: ['https://bank.example'],
  payCsp: async (checkout: string, attempt: string) => ({
    script: [`https://${checkout}-${attempt}.example`],
  }),
};

describe('the policy', () => {
  it('refuses what it does not list, and never loosens by keyword', () => {
    const policy = contentSecurityPolicy(facts);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("script-src 'self' 'nonce-n0nce';");
    expect(policy).not.toMatch(/unsafe|strict-dynamic|\*/);
  });

  it('adds what one document needs', () => {
    const policy = contentSecurityPolicy({
      ...facts,
      extra: { frame: ['https://f.example'], form: ['https://b.example'] },
    });
    expect(policy).toContain('frame-src https://f.example;');
    expect(policy).toContain("form-action 'self' https://b.example;");
  });

  it.each([
    'https://js.stripe.com',
    'https://*.js.stripe.com',
    'http://127.0.0.1:4011',
    'http://[::1]:4011',
    'wss://a.example',
    'https:',
  ])('lets %s in', (place) => {
    expect(contentSecurityPolicy({ ...facts, extra: { connect: [place] } })).toContain(
      `connect-src 'self' ${place};`,
    );
  });

  it.each([
    "'unsafe-inline'",
    "'unsafe-eval'",
    '*',
    'http:',
    'data:',
    'blob:',
    'https://*',
    'https://a.example; script-src *',
    'https://a.example *',
    'https://a.example/path',
    '',
  ])('leaves %j out, whoever asks', (place) => {
    const plain = contentSecurityPolicy(facts);
    const asked = { script: [place], frame: [place], connect: [place], img: [place], form: [place] };
    expect(contentSecurityPolicy({ ...facts, extra: asked })).toBe(plain);
    expect(contentSecurityPolicy({ ...facts, images: [...facts.images, place] })).toBe(plain);
  });

  it('opens up in development only', () => {
    expect(contentSecurityPolicy({ ...facts, development: true })).toContain("'unsafe-eval'");
  });

  it('gives every document the same headers, and HSTS where there is TLS', () => {
    expect(documentHeaders('https://shop.example')).toMatchObject({
      'Strict-Transport-Security': expect.stringContaining('max-age='),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    });
    expect(documentHeaders('http://localhost:3000')).not.toHaveProperty('Strict-Transport-Security');
  });
});

describe('a document', () => {
  it.each([
    ['/checkout/c1/pay/a1', { script: ['https://c1-a1.example'] }],
    ['/events/tickitto/T1', { frame: ['https://pick.example'] }],
    ['/checkout/c1/go/a1', { form: ['https://bank.example'] }],
    ['/checkout/c1', {}],
    ['/checkout/c1/pay', {}],
    ['/', {}],
  ])('%s gets what it needs', async (path, extra) => {
    expect(await extraSources(path, sources)).toEqual(extra);
  });

  it('about a purchase is private', () => {
    expect(['/checkout/x', '/basket', '/c/token', '/return/t', '/ops'].every(isPrivate)).toBe(true);
    expect(['/', '/events/a/b', '/checkouts', '/qa'].some(isPrivate)).toBe(false);
  });
});
