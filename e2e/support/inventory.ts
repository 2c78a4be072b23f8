import type { Page, Request } from '@playwright/test';
import { APP_URL, SANDBOX_PORT } from './places';

/** What one kind of document loads, and what its answer lets it load. */
export interface Loaded {
  /** Origins of scripts; those of others with their path. */
  readonly scripts: readonly string[];
  /** Origins of frames that the document holds; what these hold is their owner's. */
  readonly frames: readonly string[];
  /** Scripts in the page itself that carry no nonce. */
  readonly inlineWithoutNonce: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly policy: Readonly<Record<string, readonly string[]>>;
}

const HEADERS = [
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
];

/** Names that outlive ports: the sandbox's origins stand for those of the configuration. */
const NAMES: Readonly<Record<string, string>> = {
  [APP_URL]: 'self',
  [`http://127.0.0.1:${SANDBOX_PORT + 1}`]: 'ingresso',
  [`http://127.0.0.1:${SANDBOX_PORT + 2}`]: 'tickitto',
  [`http://127.0.0.1:${SANDBOX_PORT + 3}`]: 'octo',
  [`http://127.0.0.1:${SANDBOX_PORT + 4}`]: 'musement',
  [`http://127.0.0.1:${SANDBOX_PORT + 11}`]: 'stripe',
  [`http://127.0.0.1:${SANDBOX_PORT + 12}`]: 'adyen',
  [`http://127.0.0.1:${SANDBOX_PORT + 13}`]: 'viva',
  [`http://127.0.0.1:${SANDBOX_PORT + 14}`]: 'spreedly',
};

const named = (text: string) =>
  Object.entries(NAMES).reduce((rest, [origin, name]) => rest.replaceAll(origin, name), text);

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

/** Opens a document anew and notes what the browser loads for it until `settled` says that all is there. */
export async function observed(page: Page, open: () => Promise<unknown>, settled: () => Promise<unknown>) {
  const scripts: string[] = [];
  const listen = (request: Request) => {
    if (request.resourceType() !== 'script' || request.frame() !== page.mainFrame()) return;
    const { origin, pathname } = new URL(request.url());
    scripts.push(origin === APP_URL ? 'self' : named(`${origin}${pathname}`));
  };
  page.on('request', listen);
  const answered = page.waitForResponse(
    (response) => response.request().isNavigationRequest() && response.frame() === page.mainFrame(),
  );
  await open();
  const headers = await (await answered).allHeaders();
  await settled();
  page.off('request', listen);
  const frames = page
    .mainFrame()
    .childFrames()
    .map((frame) => frame.url())
    // A frame without an address of its own shows nothing yet, or what our own script puts there.
    .filter((url) => /^https?:/.test(url))
    .map((url) => named(new URL(url).origin));
  const inlineWithoutNonce = await page.evaluate(
    () => [...document.scripts].filter((script) => !script.src && script.nonce === '').length,
  );
  const loaded: Loaded = {
    scripts: sorted(scripts),
    frames: sorted(frames),
    inlineWithoutNonce,
    headers: Object.fromEntries(HEADERS.map((name) => [name, headers[name] ?? 'absent'])),
    policy: policyOf(headers['content-security-policy'] ?? ''),
  };
  return loaded;
}

/** Directives with their sources; a nonce is another each time. */
function policyOf(header: string): Record<string, readonly string[]> {
  const directives = header.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(
    directives.map(([name = '', ...sources]) => [
      name,
      sources.map((source) => (source.startsWith("'nonce-") ? "'nonce'" : named(source))),
    ]),
  );
}
