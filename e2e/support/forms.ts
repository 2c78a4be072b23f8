import { expect, type Locator, type Page } from '@playwright/test';

/** The links of an error summary, each with the field that it leads to. */
export async function errorsOf(summary: Locator): Promise<{ text: string; target: Locator }[]> {
  const links = await summary.getByRole('link').all();
  return Promise.all(
    links.map(async (link) => ({
      text: (await link.textContent()) ?? '',
      target: summary.page().locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`),
    })),
  );
}

/** Follows an order without JavaScript until its page to pay is there: starting may take longer than one answer. */
export async function tillWithoutScripts(page: Page, id: string): Promise<void> {
  await expect(async () => {
    if (!page.url().includes('/pay/')) await page.goto(`/checkout/${id}`);
    const resume = page.getByRole('link', { name: 'Continue where you were' });
    if (await resume.isVisible()) await resume.click();
    expect(page.url()).toMatch(/\/pay\/[^/]+$/);
  }).toPass();
}
