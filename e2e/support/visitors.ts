import { randomInt } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import { APP_URL } from './places';
import type { Mail } from './sandbox';

/** Somebody else: a browser with no cookie of ours, on a network of its own. */
export async function stranger(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: APP_URL,
    extraHTTPHeaders: { 'x-forwarded-for': `198.51.${randomInt(256)}.${randomInt(256)}` },
  });
}

/** The signed link in a mail. */
export function linkIn(mail: Mail | undefined): string {
  return /https?:\/\/\S+\/c\/[A-Za-z0-9_.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
}
