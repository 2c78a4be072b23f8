import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { awayDocument } from '@/lib/api/pages/away';
import { isThere } from '@/lib/api/pages/there';
import type { CspSources } from '@/lib/checkout/method';
import { pickLocale } from '@/lib/i18n/locale';
import { contentSecurityPolicy, documentHeaders } from '@/lib/platform/security/csp';
import { extraSources, isPrivate } from '@/lib/platform/security/documents';
import { shared } from '@/lib/runtime';

/**
 * Gives every document its policy with a fresh nonce, and answers for pages that are not there. Who may see what is
 * decided in each handler all the same, because a proxy can be bypassed.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const foyer = await shared.__foyer;
  const plain = documentHeaders(foyer?.config.app.publicUrl ?? '');
  // Next renders a page for any method: another site could post itself one. Ours take forms at their own addresses.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new NextResponse(null, { status: 405, headers: { ...plain, Allow: 'GET, HEAD' } });
  }
  const path = request.nextUrl.pathname;
  const origins = [...(foyer?.suppliers.values() ?? [])].map((supplier) => supplier.origins);
  const { shown, extra } = await shownAt(path, foyer, request);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    images: origins.flatMap(({ images }) => images),
    extra,
    development: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const locale = pickLocale(request.headers.get('accept-language'));
  const away = { shop: foyer?.config.app.shopName ?? '', locale, nonce };
  const response = shown === 'away' ? unavailable(away) : answer(shown, request, headers);
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(plain)) {
    response.headers.set(name, value);
  }
  if (isPrivate(path)) response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** What stands at an address: its page, the one that says that there is none, or the one for when nobody can tell. */
type Shown = 'page' | 'nowhere' | 'away';

/**
 * Asked before anything is rendered: a page that breaks while it is rendered is blank without scripts, and who has just
 * paid must read what to do. Where the store does not answer, neither does the page.
 */
async function shownAt(
  path: string,
  foyer: Awaited<typeof shared.__foyer>,
  request: NextRequest,
): Promise<{ readonly shown: Shown; readonly extra: CspSources }> {
  if (!foyer) return { shown: 'page', extra: {} };
  try {
    if (!(await isThere(path, { foyer, ...reader(request) }))) return { shown: 'nowhere', extra: {} };
    const pickers = [...foyer.suppliers.values()].flatMap(({ origins }) => origins.frames);
    const extra = await extraSources(path, {
      pickers,
      redirects: foyer.config.allowedRedirects,
      payCsp: async (checkoutId, attemptId) => (await foyer.payCsp(checkoutId, attemptId)) ?? {},
    });
    return { shown: 'page', extra };
  } catch {
    return { shown: 'away', extra: {} };
  }
}

/** No route of ours begins like this: Next answers with the whole page that says so, in its HTML. */
const NOWHERE = '/-/nowhere';
const RETRY_SECONDS = '5';

function answer(shown: 'page' | 'nowhere', { nextUrl }: NextRequest, headers: Headers): NextResponse {
  const answered = { request: { headers } };
  return shown === 'page'
    ? NextResponse.next(answered)
    : NextResponse.rewrite(new URL(NOWHERE, nextUrl), answered);
}

function unavailable(away: Parameters<typeof awayDocument>[0]): NextResponse {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': RETRY_SECONDS };
  return new NextResponse(awayDocument(away), { status: 503, headers });
}

function reader({ cookies, headers }: NextRequest) {
  return {
    cookie: (name: string) => cookies.get(name)?.value,
    acceptLanguage: headers.get('accept-language'),
  };
}

/**
 * Documents only: the API and the routes that answer forms, returns and links set their own headers, and built files
 * need none. What takes a body must not pass here, because Next reads a body to its end before it asks the route, and
 * so no route could refuse one that is too long or too slow. Nothing is left out by its name's beginning or ending
 * alone, since an unknown address is a document too: the page that says so.
 */
export const config = {
  matcher: [
    {
      source:
        '/((?!api/|_next/static/|_next/image|basket/(?:add|checkout|chosen|remove)$|lookup/send$|ops/(?:login|logout)$|ops/[^/]+/(?:book|cancel|check|mark-refunded|refund|timeout-callback)$|checkout/[^/]+/(?:accept|check|details|extend|hold|pay|release)$|qa/(?:act|open)$|return/[^/]+$|c/[^/]+$).*)',
    },
  ],
};
