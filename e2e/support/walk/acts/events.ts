import { expect } from '@playwright/test';
import { openOffer } from '../../catalogue';
import type { Act, Walk } from '../walk';

/** Opens the scenario's event on a date of its own, the first from ten days on that fits. */
async function onDate({ page, scenario: { buy } }: Walk, fits: (date: string) => boolean = () => true) {
  const at = `/events/${buy.supplier}/${buy.events[0]}`;
  const answer = await page.request.get(
    `/api/suppliers/${buy.supplier}${at.replace(/^\/events\/[^/]+/, '/events')}`,
  );
  const { performances } = (await answer.json()) as { performances: { date: string }[] };
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const date = performances.map((one) => one.date).find((one) => one > soon && fits(one)) ?? '';
  await page.goto(`${at}?date=${encodeURIComponent(date)}`);
}

/** Seats with one between them that nobody would take alone. */
const apart: Act = async ({ page }) => {
  const plan = await openOffer(page, { event: '7AA', seats: ['A1', 'A3'] });
  await plan.locator('input[type=number]').first().fill('2');
  for (const seat of ['1', '3'])
    await plan.getByRole('checkbox', { name: new RegExp(`^Row A seat ${seat}\\b`) }).check();
  await plan.getByRole('button', { name: 'Add to basket' }).click();
  await expect(plan.getByRole('alert')).toContainText('These seats must be next to each other.');
  await page.goto('/basket');
  await expect(page.locator('main')).toContainText('Your basket is empty.');
};

const saturdayNight: Act = async (walk) => {
  const saturday = (date: string) => new Date(`${date.slice(0, 10)}T12:00:00Z`).getUTCDay() === 6;
  await onDate(walk, (date) => saturday(date) && date.endsWith('T19:30'));
  await expect(walk.page.locator('main')).toContainText('Nothing is left for this date.');
};

const down: Act = async (walk) => {
  await onDate(walk);
  await expect(walk.page.locator('main')).toContainText(
    'does not answer at the moment, so we cannot show what is left',
  );
};

/** A price beside what it was, and a price without a fee. */
const offers: Act = async ({ page, scenario: { event = '' } }) => {
  const third = await openOffer(page, { event, title: 'Stalls, A' });
  await expect(third).toContainText('Save a third on weekdays');
  await expect(third).toContainText('was £45.00');
  const plain = await openOffer(page, { event, title: 'Stalls, B' });
  await expect(plain).toContainText('No booking fee');
};

/** Youths, and nobody who comes with them. */
const youthsAlone: Act = async (walk) => {
  const { page } = walk;
  await onDate(walk);
  const list = page.locator('main details').first();
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.getByRole('spinbutton', { name: 'Youth' }).fill('1');
  await list.getByRole('button', { name: 'Add to basket' }).click();
  await expect(page.locator('main').getByRole('alert').first()).toContainText(
    /at least one is needed|only together/,
  );
  await page.goto('/basket');
  await expect(page.locator('main')).toContainText('Your basket is empty.');
};

/** Scenarios that are about choosing, or about looking. */
export const events: Readonly<Record<string, Act>> = {
  'ingresso.side-by-side': apart,
  'ingresso.saturday-night': saturdayNight,
  'ingresso.supplier-down': down,
  'ingresso.offer': offers,
  'octo.restrictions': youthsAlone,
};
