import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run';

/** The headless one first, as Playwright does: the same engine in half the work, without a desktop browser around it. */
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Playwright's own browser where it is installed, else the system's; undefined where there is neither. */
export function chromiumPath(): string | undefined {
  const own = chromium.executablePath();
  return existsSync(own) ? own : SYSTEM.find((path) => existsSync(path));
}

/** Installs Debian's Chromium when there is none, which needs root; says what to do otherwise. */
export async function ensureChromium(): Promise<boolean> {
  if (chromiumPath()) return true;
  if (process.getuid?.() !== 0) {
    console.error(
      'No Chromium found. Run `npx playwright install chromium`, or `sudo apt-get install chromium`.',
    );
    return false;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'fonts-liberation'];
  if ((await run('apt-get', ['update', '-qq'], env)) !== 0) return false;
  // Older releases have no headless one by itself.
  for (const browser of ['chromium-headless-shell', 'chromium'])
    if ((await run('apt-get', [...install, browser], env)) === 0) return true;
  return false;
}

/** Flags that keep Chromium on this machine, and let it run as root in containers. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  // Debian's own flags have pages painted by a graphics card, which is emulated where there is none.
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
