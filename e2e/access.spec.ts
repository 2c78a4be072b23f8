import type { APIRequestContext } from '@playwright/test';
import { buy, mailed, stage } from './support/orders';
import { APP_URL } from './support/places';
import { ADA, checkOut, pick, view } from './support/shop';
import { expect, test } from './support/test';
import { linkIn, stranger } from './support/visitors';

/** Every call of the API under a checkout, with a body that would be fine. */
const CALLS = [
  ['get', '', null],
  ['delete', '', null],
  ['put', '/details', { customer: ADA }],
  ['post', '/accept', { version: 1 }],
  ['post', '/hold', null],
  ['post', '/extend', null],
  ['post', '/check', null],
  ['post', '/attempts', { option: 'tickitto.stripe' }],
  ['post', '/attempts/a1/results', { step: 's1', data: {} }],
  ['get', '/vouchers/v1', null],
] as const;

const FORMS = ['details', 'accept', 'hold', 'extend', 'release', 'check', 'pay'] as const;

const NOBODYS = 'a'.repeat(26);

test('another person gets the same 404 from every call, whether there is such an order or not', {
  tag: '@full',
}, async ({ page, browser }) => {
  const id = await buy(page, 'T103');
  const { items } = await view(page, id);
  const voucher = items[0]?.vouchers[0]?.href ?? '';
  const other = await stranger(browser);
  for (const [method, path, data] of CALLS) {
    const [theirs, none] = [
      await ask(other.request, method, id, path, data),
      await ask(other.request, method, NOBODYS, path, data),
    ];
    expect(theirs, `${method} ${path}`).toEqual(none);
    expect(theirs.status, `${method} ${path}`).toBe(404);
  }
  expect((await other.request.get(voucher)).status()).toBe(404);
  expect((await page.request.get(voucher)).status()).toBe(200);
  await other.close();
});

test('another person’s page and forms show what an unknown address shows', async ({
  page,
  browser,
  watch,
}) => {
  watch.expected.push(/404/);
  await pick(page);
  const id = await checkOut(page);
  const other = await stranger(browser);
  const tab = await other.newPage();
  for (const address of [
    `/checkout/${id}`,
    `/checkout/${NOBODYS}`,
    `/checkout/${id}/pay/a1`,
    `/checkout/${id}/go/a1`,
  ]) {
    expect((await tab.goto(address))?.status(), address).toBe(404);
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('This page is not in the programme.');
  }
  for (const form of FORMS) {
    const theirs = await post(other.request, `/checkout/${id}/${form}`);
    const none = await post(other.request, `/checkout/${NOBODYS}/${form}`);
    expect(theirs.status, form).toBe(303);
    expect(theirs.location.replace(id, NOBODYS), form).toBe(none.location);
  }
  expect((await view(page, id)).tickets).toBe('held');
  await other.close();
});

test('the signed link of the mail opens the order in another browser; a changed one does not', async ({
  page,
  browser,
}) => {
  const id = await buy(page, 'T103');
  const { reference } = await view(page, id);
  const link = linkIn((await mailed(reference, 1))[0]);
  const other = await stranger(browser);
  const tab = await other.newPage();
  const middle = Math.floor((link.lastIndexOf('/') + link.length) / 2);
  const changed = `${link.slice(0, middle)}${link[middle] === 'A' ? 'B' : 'A'}${link.slice(middle + 1)}`;
  for (const wrong of [changed, link.slice(0, -1), `${APP_URL}/c/x`]) {
    await tab.goto(wrong);
    await expect(tab.locator('main')).not.toContainText(reference);
    expect((await other.request.get(`/api/checkouts/${id}`)).status()).toBe(404);
  }
  await tab.goto(link);
  await tab.waitForURL(`**/checkout/${id}`);
  await stage(tab, 'Your tickets');
  await other.close();
});

test('lookup says the same whatever was typed, and mails the link to the order’s own address', async ({
  page,
  browser,
}) => {
  const id = await buy(page, 'T103');
  const { reference } = await view(page, id);
  await mailed(reference, 1);
  const other = await stranger(browser);
  const tab = await other.newPage();
  const said: (string | null)[] = [];
  for (const [typed, name] of [
    [reference, 'Byron'],
    ['FYR-AAAAAAAA', 'Lovelace'],
    [reference.toLowerCase().replace('-', ' '), ' lovelace '],
  ] as const) {
    await tab.goto('/lookup');
    await tab.getByLabel('Order reference').fill(typed);
    await tab.getByLabel('Last name on the order').fill(name);
    await tab.getByRole('button', { name: 'Send me the link' }).click();
    await tab.waitForURL('**/lookup?sent=1');
    said.push(await tab.locator('main').textContent());
  }
  expect(new Set(said).size).toBe(1);
  const mails = await mailed(reference, 2);
  expect(mails[1]?.subject).toContain('The link to your order');
  expect([mails[1]?.to].flat().join()).toContain(ADA.email);
  await tab.goto(linkIn(mails[1]));
  await stage(tab, 'Your tickets');
  await other.close();
});

test('nothing is changed by a post from another site', async ({ page }) => {
  await pick(page);
  const id = await checkOut(page);
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of elsewhere) {
    const form = await page.request.post(`/checkout/${id}/release`, { headers, maxRedirects: 0 });
    expect(form.status()).toBe(403);
    const call = await page.request.delete(`/api/checkouts/${id}`, { headers });
    expect(await call.json()).toMatchObject({ status: 403, code: 'cross_origin' });
  }
  const bare = await page.request.delete(`/api/checkouts/${id}`, { headers: {} });
  expect(bare.status()).toBe(401);
  expect((await view(page, id)).tickets).toBe('held');
});

async function ask(
  request: APIRequestContext,
  method: (typeof CALLS)[number][0],
  id: string,
  path: string,
  data: unknown,
) {
  const response = await request[method](`/api/checkouts/${id}${path}`, {
    headers: { origin: APP_URL, 'idempotency-key': 'a-stranger-asks-1' },
    ...(data === null ? {} : { data }),
  });
  const { requestId: _, instance: __, ...body } = (await response.json()) as Record<string, unknown>;
  return { status: response.status(), body };
}

async function post(request: APIRequestContext, path: string) {
  const response = await request.post(path, {
    headers: { origin: APP_URL },
    form: { option: 'tickitto.stripe', version: '1' },
    maxRedirects: 0,
  });
  return { status: response.status(), location: response.headers().location ?? '' };
}
