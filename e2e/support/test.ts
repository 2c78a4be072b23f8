import { randomInt } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { proxyFrom } from './proxy';

/** What a page may not do in any test: complain, break its own policy, or speak to another machine. */
interface Watch {
  readonly problems: string[];
  /** Words of console errors that the test itself provokes. */
  readonly expected: RegExp[];
}

/** Chromium writes an error for every 4xx answer; a declined card is one of them. */
const DECLINE = /Failed to load resource: the server responded with a status of 402/;

export const test = base.extend<{ watch: Watch; address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  address: async ({}, use) => {
    await use(`203.0.${randomInt(256)}.${randomInt(256)}`);
  },
  context: async ({ browser, contextOptions, address }, use) => {
    const proxy = await proxyFrom(address);
    const context = await browser.newContext({ ...contextOptions, proxy: proxy.settings });
    await use(context);
    await context.close();
    await proxy.close();
  },
  watch: [
    async ({ context }, use) => {
      const watch: Watch = { problems: [], expected: [DECLINE] };
      await observe(context, watch);
      await use(watch);
      const problems = watch.problems.filter(
        (problem) => !watch.expected.some((words) => words.test(problem)),
      );
      expect(problems, 'console errors, policy violations and requests off this machine').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Watches every page of a context, also ones that it opens later. */
export async function observe(context: BrowserContext, { problems }: Watch): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const local =
      hostname === 'localhost' || hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
    if (!local) problems.push(`off this machine: ${request.url()}`);
  });
  await context.exposeFunction('__violated', (what: string) => problems.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { __violated(what: string): void }).__violated;
      report(`${event.violatedDirective} ${event.blockedURI} on ${document.location.pathname}`);
    });
  });
}

/** Nothing to say for axe, in the state that the page is in. Frames of other origins are their owner's. */
export async function accessible(page: Page): Promise<void> {
  // A page that was just loaded again by itself has its title a moment later.
  await expect(page).toHaveTitle(/./);
  // Legacy means without the frames, which saves the second page in which their results would be put together.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}
