import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../../scripts/lib/chromium';
import { ways } from '../buy';
import { hold, start } from '../buy/through';
import { SHOP } from '../stage';
import { table } from '../text';
import { Visitor } from '../visitor';
import { holder } from './reading';
import { cookieOf } from './screen';
import type { Hall } from './types';

/** What one document cost: our scripts and everything of ours, as sent (compressed), in kB. */
interface Bytes {
  readonly scriptsKb: number;
  readonly totalKb: number;
  /** From other origins, such as a payment provider's. */
  readonly othersKb: number;
}

/** A page to weigh, and whose it is. */
interface Weighed {
  readonly page: string;
  readonly path: string;
  readonly visitor?: Visitor;
}

/** What a first visit to each page loads, and to the pay document of each payment method. */
export async function bytes({ browser }: Hall): Promise<string> {
  const { visitor, id } = await holder();
  const pages: readonly Weighed[] = [
    { page: 'an empty page (`/terms`)', path: '/terms' },
    { page: 'shop', path: '/' },
    { page: 'event, with a picker', path: '/events/tickitto/T103' },
    { page: 'event, with dates and seats of ours', path: '/events/ingresso/7AB' },
    { page: 'checkout, before a method is chosen', path: `/checkout/${id}`, visitor },
    ...(await payDocuments()),
  ];
  const rows: (readonly (string | number)[])[] = [];
  for (const { page, path, visitor: whose } of pages) {
    const { scriptsKb, totalKb, othersKb } = await bytesOf(browser, path, whose);
    rows.push([page, scriptsKb, totalKb, othersKb]);
  }
  return `## Bytes

As sent, compressed, on a first visit, in kB. "Others" is what comes from other origins: pictures of suppliers, and on a pay
document the provider's own script and frames (here the sandbox's stand-ins, so only that they come there and nowhere else tells).

${table(['page', 'scripts', 'everything of ours', 'others'], rows)}`;
}

/** The document that each way to buy leads to: one a payment method, and the hand-over page. */
async function payDocuments(): Promise<readonly Weighed[]> {
  const found = new Map<string, Weighed>();
  for (const way of ways) {
    const visitor = new Visitor(SHOP);
    const id = await hold(visitor, way, await way.choose(visitor));
    const { attempt } = await start(visitor, id, way.option);
    const { kind, method = '', href = '' } = attempt?.step ?? { kind: '' };
    if (kind === 'pay')
      found.set(method, {
        page: `paying by \`${method}\``,
        path: `/checkout/${id}/pay/${attempt?.id}`,
        visitor,
      });
    if (kind === 'redirect') found.set(kind, { page: 'handing over to a payment page', path: href, visitor });
  }
  return [...found.values()];
}

/** Opens a page in a fresh browser, as a first visit, and adds up what came. */
async function bytesOf(browser: Browser, path: string, visitor?: Visitor): Promise<Bytes> {
  const context = await browser.newContext();
  if (visitor) await context.addCookies([cookieOf(visitor)]);
  const tab = await context.newPage();
  const sizes = watch(tab);
  await tab.goto(`${SHOP}${path}`, { waitUntil: 'networkidle' });
  const sum = await sizes();
  await context.close();
  return sum;
}

function watch(tab: Page): () => Promise<Bytes> {
  const requests: { kind: string; ours: boolean; size: Promise<number> }[] = [];
  tab.on('requestfinished', (request) => {
    const size = request.sizes().then(
      ({ responseBodySize }) => responseBodySize,
      () => 0,
    );
    requests.push({ kind: request.resourceType(), ours: request.url().startsWith(SHOP), size });
  });
  return async () => {
    const done = await Promise.all(
      requests.map(async ({ size, ...rest }) => ({ ...rest, size: await size })),
    );
    const kb = (list: typeof done) => list.reduce((total, { size }) => total + size, 0) / 1024;
    const ours = done.filter((one) => one.ours);
    return {
      scriptsKb: kb(ours.filter(({ kind }) => kind === 'script')),
      totalKb: kb(ours),
      othersKb: kb(done.filter((one) => !one.ours)),
    };
  };
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
}
