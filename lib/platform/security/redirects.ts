import { isLoopback } from '../loopback';

/** One entry of the list of places a customer may be sent to. */
export interface RedirectRule {
  /** Origin for an exact entry, else the host behind `*.` with its leading dot. */
  readonly match: { readonly origin: string } | { readonly suffix: string };
}

type Answer<T> = { readonly ok: true } & T;
type Refusal = { readonly ok: false; readonly why: string };

/** Longer URLs are no bank's; browsers and proxies cut them anyway. */
const LONGEST = 8192;

/**
 * Reads one entry: an exact origin (`https://pay.example`, `http://127.0.0.1:4001`) or `https://*.suffix`.
 * A suffix needs two labels at least, so that nobody allows a whole top-level domain by a slip.
 */
export function parseRedirectRule(entry: string): Answer<{ rule: RedirectRule }> | Refusal {
  const wild = /^https:\/\/\*\.((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])$/.exec(entry);
  if (wild?.[1]) return { ok: true, rule: { match: { suffix: `.${wild[1]}` } } };
  if (!URL.canParse(entry)) return { ok: false, why: 'is no origin' };
  const url = new URL(entry);
  const http = url.protocol === 'http:' && isLoopback(url);
  if (url.protocol !== 'https:' && !http)
    return { ok: false, why: 'must be https; http is for this machine only' };
  // URL takes a star for a host name; here it would be a wildcard somebody believes to work.
  if (entry.includes('*')) return { ok: false, why: 'may hold a star only as https://*.suffix' };
  // Compared as written: what the parser had to mend is not what its author meant.
  if (url.origin !== entry.replace(/\/$/, ''))
    return { ok: false, why: 'must be an origin and nothing more' };
  return { ok: true, rule: { match: { origin: url.origin } } };
}

/**
 * Decides whether a customer may be sent to an address that came from outside. The address is parsed as browsers
 * parse it and compared after that, never as raw text; the answer is the address written anew, so that what was
 * checked is what is used. No user name, no password, no port that was not allowed by name.
 */
export function allowRedirect(
  raw: unknown,
  rules: readonly RedirectRule[],
): Answer<{ url: string }> | Refusal {
  if (typeof raw !== 'string' || raw.length > LONGEST) return { ok: false, why: 'is no address' };
  // Without a base: a relative address would be one of ours, and ours are not decided by a supplier.
  if (!URL.canParse(raw)) return { ok: false, why: 'is no absolute address' };
  const url = new URL(raw);
  if (url.username || url.password) return { ok: false, why: 'carries a user name' };
  // Not `url.origin`: for blob: that is the origin inside it.
  const known = rules.some(({ match }) =>
    'origin' in match
      ? `${url.protocol}//${url.host}` === match.origin
      : url.protocol === 'https:' && url.port === '' && endsWithLabel(url.hostname, match.suffix),
  );
  return known ? { ok: true, url: url.href } : { ok: false, why: 'leads to a host that is not allowed' };
}

/** Whether an address is one of those that the configured entries allow. */
export function leadsTo(raw: string, entries: readonly string[]): boolean {
  const rules = entries.flatMap((entry) => {
    const parsed = parseRedirectRule(entry);
    return parsed.ok ? [parsed.rule] : [];
  });
  return allowRedirect(raw, rules).ok;
}

/** `a.suffix` and not `suffix` itself, and not `.suffix`: the star stands for a label or more. */
function endsWithLabel(host: string, suffix: string): boolean {
  return host.length > suffix.length && host.endsWith(suffix);
}
