import type { Server } from 'node:http';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '@/scripts/lib/chromium';

/** A browser that stays on this machine. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
}

/** A page of its own, and what its browser complained of: errors, warnings, what a policy stopped, strangers. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
  /** Takes away complaints that belong to the test. */
  forgive(words: RegExp): void;
}

interface Watching {
  readonly options?: BrowserContextOptions;
  /** What browsers log of life as it is, such as a 402, which is Stripe's way to say declined. */
  readonly expected?: RegExp;
  /** Whom the page may ask; absent: anybody. */
  readonly origins?: () => readonly string[];
}

/** Opens a page and listens to its browser. */
export async function watchedPage(
  browser: Browser,
  { options, expected, origins }: Watching = {},
): Promise<Watched> {
  const complaints: string[] = [];
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || expected?.test(message.text())) return;
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (origins && url.startsWith('http') && !origins().includes(new URL(url).origin))
      complaints.push(`a stranger: ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return {
    context,
    page,
    complaints,
    forgive: (words) => {
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !words.test(text)));
    },
  };
}

/** Closes what a browser's tests opened, as far as they got. */
export async function closeStage(
  browser: Browser | undefined,
  outside: { close(): Promise<void> } | undefined,
  shop: Server | undefined,
): Promise<void> {
  await browser?.close();
  await outside?.close();
  shop?.closeAllConnections();
  shop?.close();
}
