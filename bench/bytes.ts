import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../scripts/lib/chromium';
import { SHOP } from './stage';

/** What one document cost: our scripts and everything of ours, as sent (compressed), in kB. */
export interface Bytes {
  readonly page: string;
  readonly scriptsKb: number;
  readonly totalKb: number;
}

/** Opens pages in a fresh browser each, as a first visit, and adds up what came from the shop's own origin. */
export async function bytesOf(browser: Browser, page: string, cookie: string, path: string): Promise<Bytes> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  if (name)
    await context.addCookies([
      { name, value, url: SHOP.replace('http:', 'https:'), secure: true, httpOnly: true },
    ]);
  const tab = await context.newPage();
  const sizes = watch(tab);
  await tab.goto(`${SHOP}${path}`, { waitUntil: 'networkidle' });
  const bytes = await sizes();
  await context.close();
  return { page, ...bytes };
}

function watch(tab: Page): () => Promise<{ scriptsKb: number; totalKb: number }> {
  const requests: { kind: string; size: Promise<number> }[] = [];
  tab.on('requestfinished', (request) => {
    if (!request.url().startsWith(SHOP)) return;
    const size = request.sizes().then(
      ({ responseBodySize }) => responseBodySize,
      () => 0,
    );
    requests.push({ kind: request.resourceType(), size });
  });
  return async () => {
    const done = await Promise.all(requests.map(async ({ kind, size }) => ({ kind, size: await size })));
    const sum = (list: typeof done) =>
      Math.round(list.reduce((total, { size }) => total + size, 0) / 102.4) / 10;
    return { scriptsKb: sum(done.filter(({ kind }) => kind === 'script')), totalKb: sum(done) };
  };
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
}
