/**
 * Where a changing call comes from. Browsers say it themselves: `Sec-Fetch-Site` in all current ones, `Origin` on
 * every POST. What either says must be this site; `null` (a sandboxed frame, a stripped referrer) is not. A caller
 * that says neither is no browser.
 */
export function cameFrom(headers: Headers, publicUrl: string): 'here' | 'elsewhere' | 'server' {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (site === null && origin === null) return 'server';
  if (site !== null && site !== 'same-origin') return 'elsewhere';
  return origin === null || origin === publicUrl ? 'here' : 'elsewhere';
}
