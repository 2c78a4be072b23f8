import type { CspSources } from '@/lib/checkout/method';
import { transport } from './answers';

/** What decides a document's policy. */
export interface PolicyFacts {
  /** Fresh for each response; scripts and styles of ours carry it. */
  readonly nonce: string;
  /** Origins of suppliers' pictures. */
  readonly images: readonly string[];
  /** What this document may use beside our own: a picker's frame, a payment method's origins, a bank's form target. */
  readonly extra: CspSources;
  /** React's development build evaluates code and its hot reload needs a socket. Never in production. */
  readonly development: boolean;
}

/**
 * The content security policy of one document, enforced. Everything is refused that is not listed. There is no
 * `strict-dynamic`: with it a trusted script may load any other, while a plain list of origins can be held against an
 * inventory of what the page loads.
 */
export function contentSecurityPolicy(facts: PolicyFacts): string {
  const { nonce, development } = facts;
  const own = `'nonce-${nonce}'`;
  const images = places(facts.images);
  const extra = {
    script: places(facts.extra.script),
    frame: places(facts.extra.frame),
    connect: places(facts.extra.connect),
    img: places(facts.extra.img),
    form: places(facts.extra.form),
  };
  const directives: readonly (readonly [string, readonly string[]])[] = [
    ['default-src', ["'none'"]],
    ['script-src', ["'self'", own, ...(development ? ["'unsafe-eval'"] : []), ...extra.script]],
    ['style-src', ["'self'", development ? "'unsafe-inline'" : own]],
    ['img-src', ["'self'", 'data:', ...images, ...extra.img]],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'", ...(development ? ['ws:'] : []), ...extra.connect]],
    ['frame-src', extra.frame.length > 0 ? extra.frame : ["'none'"]],
    ['manifest-src', ["'self'"]],
    ['form-action', ["'self'", ...extra.form]],
    ['frame-ancestors', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['object-src', ["'none'"]],
  ];
  return directives.map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`).join('; ');
}

/**
 * Origins, `https://*.suffix`, and the bare `https:` that banks' own 3DS pages need. A keyword, a lone star or a
 * semicolon would loosen the policy or begin another directive: what is none of these is left out, and stays blocked.
 */
const PLACE =
  /^(https:|(https?|wss?):\/\/(\*\.)?[a-z0-9][a-z0-9.-]*(:\d{1,5})?|https?:\/\/\[[0-9a-f:]+\](:\d{1,5})?)$/i;

const places = (sources: readonly string[] = []) => sources.filter((source) => PLACE.test(source));

/** Headers that every document carries beside its policy. */
export function documentHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Addresses of checkouts and returns name them: no other site learns one. Not `no-referrer`, which would turn the
    // Origin of our own forms into `null`.
    'Referrer-Policy': 'same-origin',
    // Wallet and bank windows must be able to answer the page that opened them.
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(self)',
    ...transport(publicUrl),
  };
}
