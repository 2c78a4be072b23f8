import { sandbox } from './support/sandbox';
import { expect, test } from './support/test';

const TEXT = '<img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e{{7*7}}';
const LONG = `${TEXT} ${'W'.repeat(20_000)}`;

test('hostile text of a supplier is text, and the page keeps its width', async ({ page }) => {
  const mutate = { title: TEXT, short_description: LONG, description: LONG, entry_notes: LONG, city: LONG };
  await sandbox.fault({
    provider: 'tickitto',
    call: 'GET /api/events/T502*',
    kind: 'mutate',
    mutate,
    times: 3,
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('/events/tickitto/T502');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `at ${width} pixels`).toBeLessThanOrEqual(0);
  }
  expect(dialogs).toEqual([]);
});
