import { describe, expect, it } from 'vitest';
import { allowRedirect, leadsTo, parseRedirectRule, type RedirectRule } from './redirects';

const rules = ['https://demo.ticketswitch.com', 'https://*.bank.example', 'http://127.0.0.1:4001'].map(
  (entry) => {
    const read = parseRedirectRule(entry);
    if (!read.ok) throw new Error(read.why);
    return read.rule satisfies RedirectRule;
  },
);

const ALLOWED: readonly (readonly [string, string])[] = [
  ['https://demo.ticketswitch.com/pay?a=1&a=2', 'https://demo.ticketswitch.com/pay?a=1&a=2'],
  ['https://demo.ticketswitch.com:443/', 'https://demo.ticketswitch.com/'],
  ['HTTPS://DEMO.ticketswitch.COM/x', 'https://demo.ticketswitch.com/x'],
  ['https://demo。ticketswitch。com/x', 'https://demo.ticketswitch.com/x'],
  ['  https://demo.ticketswitch.com/x', 'https://demo.ticketswitch.com/x'],
  ['https://demo.ticket\tswitch.com/\nx', 'https://demo.ticketswitch.com/x'],
  ['https:\\\\demo.ticketswitch.com\\x', 'https://demo.ticketswitch.com/x'],
  ['https://3ds.bank.example/', 'https://3ds.bank.example/'],
  ['https://a.b.bank.example/', 'https://a.b.bank.example/'],
  ['http://127.0.0.1:4001/pay', 'http://127.0.0.1:4001/pay'],
  ['https://demo.ticketswitch.com/a/../b#f', 'https://demo.ticketswitch.com/b#f'],
];

const REFUSED: readonly unknown[] = [
  'https://evil.example/',
  'https://demo.ticketswitch.com@evil.example/',
  'https://demo.ticketswitch.com:pw@evil.example/',
  'https://user@demo.ticketswitch.com/',
  'https://user:pw@demo.ticketswitch.com/',
  'https://evil.example\\@demo.ticketswitch.com/',
  'https://evil.example#@demo.ticketswitch.com/',
  'https://evil.example?@demo.ticketswitch.com/',
  'https://demo.ticketswitch.com.evil.example/',
  'https://demo.ticketswitch.com./',
  'https://demo.ticketswitch.comevil.example/',
  'https://xdemo.ticketswitch.com/',
  'https://sub.demo.ticketswitch.com/',
  'https://ticketswitch.com/',
  'https://demo.ticketswitch.com:8443/',
  'https://demo.ticketswitch.com:80/',
  'http://demo.ticketswitch.com/',
  'https://bank.example/',
  'https://.bank.example/',
  'https://evilbank.example/',
  'https://x.bank.example.evil.example/',
  'https://x.bank.example:8443/',
  'http://x.bank.example/',
  'https://x.bank.example./',
  'http://127.0.0.1:4002/',
  'http://127.0.0.1/',
  'https://127.0.0.1:4001/',
  'http://localhost:4001/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::ffff:127.0.0.1]:4001/',
  'http://[::1]:4001/',
  'file:///etc/passwd',
  'ftp://demo.ticketswitch.com/',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)//https://demo.ticketswitch.com',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://demo.ticketswitch.com/0',
  'view-source:https://demo.ticketswitch.com/',
  '//demo.ticketswitch.com/',
  '/\\evil.example',
  '/checkout/1',
  '\\\\evil.example',
  'https:///',
  'https://',
  '',
  'demo.ticketswitch.com',
  'https://demo.ticketswitch%2Ecom.evil.example/',
  'https://demo.ticketswitch.com%00.evil.example/',
  'https://demo.ticketswitch.com%2f@evil.example/',
  'https://dеmo.ticketswitch.com/', // Cyrillic е
  `https://demo.ticketswitch.com/${'a'.repeat(9000)}`,
  null,
  undefined,
  42,
  ['https://demo.ticketswitch.com/'],
  { href: 'https://demo.ticketswitch.com/' },
];

describe('allowRedirect', () => {
  it.each(ALLOWED)('lets %j through, written anew', (raw, url) => {
    expect(allowRedirect(raw, rules)).toEqual({ ok: true, url });
  });

  it.each(REFUSED)('refuses %j', (raw) => {
    expect(allowRedirect(raw, rules).ok).toBe(false);
  });

  it('refuses everything when nothing is allowed', () => {
    expect(allowRedirect('https://demo.ticketswitch.com/', []).ok).toBe(false);
  });
});

describe('parseRedirectRule', () => {
  it.each([
    'https://*.com',
    'https://*',
    '*.bank.example',
    'http://*.bank.example',
    'https://*.bank.example/path',
    'https://*.bank.example:8443',
    'https://*.0.0.1',
    'https://bank.example/path',
    'https://user@bank.example',
    'https://bank.example?',
    'http://bank.example',
    'javascript:alert(1)',
    'https:',
    'bank.example',
    'https://a.*.example',
  ])('refuses the entry %s', (entry) => {
    expect(parseRedirectRule(entry).ok).toBe(false);
  });

  it('is asked by the entries of the configuration as they stand there', () => {
    const entries = ['https://pay.example', 'https://*.bank.example'];
    expect(leadsTo('https://3ds.bank.example/x?y=1', entries)).toBe(true);
    expect(leadsTo('https://pay.example.evil.example/', entries)).toBe(false);
    expect(leadsTo('https://pay.example/', [])).toBe(false);
  });
});
