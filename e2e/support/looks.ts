import type { Page } from '@playwright/test';
import { accessible, expect } from './test';

/** A folder to look at pages in; unset in the suite, where only what a machine can judge is judged. */
const FOLDER = process.env.E2E_LOOKS;

/** Colours of a project: a desktop by day, a phone by night, so that each page is judged in both. */
export async function dress(page: Page): Promise<void> {
  const wide = (page.viewportSize()?.width ?? 0) > 600;
  await page.emulateMedia({ colorScheme: wide ? 'light' : 'dark', reducedMotion: 'reduce' });
}

/** A page as it is: nothing wider than the window, and axe has nothing to say. */
export async function tour(page: Page, name: string): Promise<void> {
  await roomy(page, name);
  await accessible(page);
  await keep(page, name);
}

/** Nothing makes the page scroll sideways. */
export async function roomy(page: Page, name: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${name} is wider than its window`).toBeLessThanOrEqual(0);
}

async function keep(page: Page, name: string): Promise<void> {
  if (!FOLDER) return;
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: `${FOLDER}/${name}-${width}.png`, fullPage: true });
}
