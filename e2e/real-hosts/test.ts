import { type BrowserContext, test as base, chromium, expect } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../../scripts/lib/chromium';
import { EVERYBODY, providerAt, SHOP } from './names';
import { openStage, type Stage } from './stage';

/** Chromium writes an error for every 4xx answer; a declined card is one of them. */
const DECLINE = /Failed to load resource: the server responded with a status of 402/;

interface Watch {
  readonly problems: string[];
  /** Hosts that the browser spoke to. */
  readonly hosts: Set<string>;
}

/** Nobody else has an address. So what the browser asks for by itself, of its maker's hosts, gets nowhere, too. */
const rules = (port: number) =>
  [...EVERYBODY.map((name) => `MAP ${name} 127.0.0.1:${port}`), 'MAP * ~NOTFOUND'].join(',');

/**
 * A browser for which the internet is this machine: every name leads to the one TLS server of the stage, whose certificate
 * it lets pass by its key. After each test nothing may be left that a policy stopped, the console complained of, or somebody
 * asked of a host that nobody here answers for.
 */
export const test = base.extend<{ watch: Watch }, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const stage = await openStage();
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browser: [
    async ({ stage }, use) => {
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        args: [
          ...CHROMIUM_ARGS,
          `--host-resolver-rules=${rules(stage.outside.port)}`,
          `--ignore-certificate-errors-spki-list=${stage.certificate.spki}`,
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ context, stage }, use) => {
      const watch: Watch = { problems: [], hosts: new Set() };
      await observe(context, watch);
      await use(watch);
      expect(watch.problems, 'console errors and policy violations').toEqual([]);
      expect(stage.outside.strangers, 'hosts that the shop asked and nobody here is').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

async function observe(context: BrowserContext, { problems, hosts }: Watch): Promise<void> {
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !DECLINE.test(text)) problems.push(`console: ${text}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(data|blob|about):$/.test(protocol)) return;
    const known = host === new URL(SHOP).host || providerAt(host) !== undefined;
    if (protocol === 'https:' && known) hosts.add(host);
    else problems.push(`elsewhere: ${request.url()}`);
  });
  await context.exposeFunction('__violated', (what: string) => problems.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { __violated(what: string): void }).__violated;
      report(`${event.violatedDirective} ${event.blockedURI} on ${document.location.pathname}`);
    });
  });
}
