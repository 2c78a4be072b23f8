import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { type Answer, F13, returning } from './ingresso-client';

let sandbox: TestSandbox;
let f13: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  f13 = new F13(sandbox, 'demo-redirect');
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const charges = async () =>
  (await sandbox.ledger()).charges.map(({ provider, status, amount }) => `${provider} ${status} ${amount}`);

/** Reserves and purchases; the callout of it waits at token `t.1`. */
async function begun(...events: string[]): Promise<{ uuid: string; answer: Answer }> {
  const { uuid } = await f13.hold(...events);
  return { uuid, answer: await f13.purchase(uuid, returning('t.1')) };
}

/** What a browser does with a callout: opens its page and answers the form as one of the two buttons does. */
async function visit({ json }: Answer, success: 'yes' | 'no' = 'yes') {
  const callout = json.callout ?? json.pending_callout;
  if (!callout) throw new Error('There is nowhere to go.');
  const query = new URLSearchParams(callout.callout_parameters);
  const page =
    callout.callout_type === 'get'
      ? await fetch(`${callout.callout_destination_url}?${query}`)
      : await fetch(callout.callout_destination_url, { method: 'POST', body: query });
  const html = await page.text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']): [string, string] => [plainText(name), plainText(value)],
  );
  const [, method = '', action = ''] = /<form method="(\w+)" action="([^"]*)"/.exec(html) ?? [];
  return {
    status: page.status,
    html,
    method,
    action,
    fields: [...fields, ['success', success] as [string, string]],
  };
}

const plainText = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Passes on what a page brought back, as pairs. */
const pass = (old: string, next: string, pairs: readonly [string, string][]) =>
  f13.raw(`/f13/callback.v1/this.${old}/next.${next}/`, {
    method: 'POST',
    body: new URLSearchParams([...pairs]),
  });

describe('Ingresso: a redirect', () => {
  it('goes to the dummy page and comes back paid', async () => {
    const { uuid, answer } = await begun('6KF');
    expect(answer.json).not.toHaveProperty('transaction_status');
    expect(answer.json.callout).toMatchObject({
      callout_type: 'get',
      callout_destination_url: `${sandbox.origin('ingresso')}/tickets/dummy_redirect.buy/demo-redirect`,
      callout_parameters: {
        return_url: 'http://127.0.0.1:9/return/t.1',
        title: "Dummy external card details page for debit on system 'ext_test0'",
      },
      callout_parameters_order: [],
      bundle_source_code: 'ext_test0',
      return_token: 't.1',
    });
    expect((await f13.status(uuid)).json).toMatchObject({
      transaction_status: 'attempting',
      pending_callout: answer.json.callout,
    });
    const page = await visit(answer);
    expect(page).toMatchObject({ status: 200, method: 'get', action: 'http://127.0.0.1:9/return/t.1' });
    expect(page.html).toContain('£15.50');
    expect(await charges()).toEqual(['ingresso open 1550']);
    expect((await pass('t.1', 't.2', page.fields)).json.transaction_status).toBe('purchased');
    expect(await charges()).toEqual(['ingresso captured 1550']);
  });

  it('fails where the customer declines, and where nothing comes back', async () => {
    const first = await begun('6KF');
    const failed = await pass('t.1', 't.2', (await visit(first.answer, 'no')).fields);
    expect([failed.status, failed.json.transaction_status]).toEqual([200, 'failed']);
    const second = await f13.hold('6KF');
    await f13.purchase(second.uuid, returning('t.3'));
    expect((await pass('t.3', 't.4', [])).json.transaction_status).toBe('failed');
    expect(await charges()).toEqual(['ingresso failed 1550', 'ingresso failed 1550']);
    expect((await sandbox.ledger()).holds.map(({ status }) => status)).toEqual(['released', 'released']);
  });

  it('acts once for 50 callbacks at the same time', async () => {
    await begun('6KF');
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) => f13.callback('t.1', `n.${index}`, { success: 'yes' })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const rest = all.filter(({ status }) => status !== 200);
    expect(new Set(rest.map(({ text, status }) => `${status} ${text}`))).toEqual(
      new Set(['410 {"error_code":8,"error_desc":"transaction failed"}']),
    );
    expect((await sandbox.ledger()).bookings).toHaveLength(1);
  });

  it('refuses tokens and addresses that break its rules, and keeps the hold', async () => {
    const { uuid } = await f13.hold('6KF');
    const good = returning('ok-1');
    for (const wrong of [
      { ...good, return_token: 'with space' },
      { ...good, return_token: 'ümlaut' },
      { ...good, return_url: 'http://127.0.0.1:9/return' },
      { ...good, return_url: 'http://127.0.0.1:9/return/ok-1?x=1' },
      { ...good, return_url: 'javascript:alert(1)//ok-1' },
      { ...good, client_http_accept: '' },
      { ...good, client_http_user_agent: '' },
      { ...good, remote_site: 'elsewhere.example' },
      { ...good, return_token: '' },
    ]) {
      const refused = await f13.purchase(uuid, wrong);
      expect([refused.status, refused.json.error_code]).toEqual([400, 8]);
    }
    expect((await f13.purchase(uuid, { ...good, remote_site: '127.0.0.1' })).json).toHaveProperty('callout');
    const other = await f13.hold('6KF');
    expect((await f13.purchase(other.uuid, good)).status).toBe(400);
    expect((await f13.callback('ok-1', 'bad%20token')).status).toBe(400);
    expect((await f13.callback('ok-1', 'ok-1')).status).toBe(410);
    expect((await f13.callback('nobody', 'x')).status).toBe(410);
    expect((await f13.as('demo').callback('ok-1', 'x')).status).toBe(410);
    expect((await f13.post('callback.v1/ok-1/x')).status).toBe(400);
    expect((await f13.callback('ok-1', 'x', { success: 'yes' })).json.transaction_status).toBe('purchased');
  });
});

describe('Ingresso: chains of redirects', () => {
  it('goes GET, POST, GET with a fresh token in the path of each return', async () => {
    let { answer } = await begun('SC03');
    for (const [hop, type] of ['get', 'post', 'get'].entries()) {
      expect(answer.json.callout).toMatchObject({
        callout_type: type,
        callout_integration_data: { is_dummy_3d_secure: hop > 0 },
        callout_parameters: { return_url: `http://127.0.0.1:9/return/t.${hop + 1}` },
      });
      const page = await visit(answer);
      expect(page.status).toBe(200);
      answer = await pass(`t.${hop + 1}`, `t.${hop + 2}`, page.fields);
    }
    expect(answer.json.transaction_status).toBe('purchased');
    expect((await f13.callback('t.2', 'late', { success: 'yes' })).status).toBe(410);
  });

  it('has nine pages where it is told so, and ends at the first no', async () => {
    let { answer } = await begun('SC09');
    for (let hop = 1; hop <= 9; hop += 1)
      answer = await f13.callback(`t.${hop}`, `t.${hop + 1}`, { success: 'yes' });
    expect(answer.json.transaction_status).toBe('purchased');
    await sandbox.action('ingresso', 'callouts', 'on', { hops: 3, method: 'post' });
    const { uuid } = await f13.hold('6KF');
    const first = await f13.purchase(uuid, returning('p.1'));
    expect(first.json.callout?.callout_type).toBe('post');
    await f13.callback('p.1', 'p.2', { success: 'yes' });
    expect((await f13.callback('p.2', 'p.3', { success: 'no' })).json.transaction_status).toBe('failed');
  });

  it('asks for each bundle, and lets the first go when the second is refused', async () => {
    const { answer } = await begun('6KF', '8ZA');
    expect(answer.json.callout).toMatchObject({ bundle_source_code: 'ext_test0', bundle_total_cost: 15.5 });
    const second = await f13.callback('t.1', 't.2', { success: 'yes' });
    expect(second.json.callout).toMatchObject({ bundle_source_code: 'ext_test2', bundle_total_cost: 20 });
    expect(await charges()).toEqual(['ingresso authorised 1550', 'ingresso open 2000']);
    expect((await f13.callback('t.2', 't.3', { success: 'no' })).json.transaction_status).toBe('failed');
    expect(await charges()).toEqual(['ingresso cancelled 1550', 'ingresso failed 2000']);
  });

  it('is partial where one supplier refuses after payment', async () => {
    await begun('6KF', 'SC21');
    await f13.callback('t.1', 't.2', { success: 'yes' });
    const { json } = await f13.callback('t.2', 't.3', { success: 'yes' });
    expect(json).toMatchObject({
      transaction_status: 'purchased',
      trolley_contents: { purchase_result: { is_partial: true } },
    });
    expect(await charges()).toEqual(['ingresso captured 1550', 'ingresso cancelled 2250']);
  });

  it('keeps 10, 2 and b in their order on the wire, and its page insists on it', async () => {
    const { answer } = await begun('SC11');
    expect(answer.text).toContain(
      '"callout_parameters":{"10":"ten","2":"two","b":"bee & \\"co\\"","return_url"',
    );
    expect(answer.json.callout?.callout_parameters_order).toEqual(['10', '2', 'b', 'return_url', 'title']);
    const {
      callout_destination_url: url = '',
      callout_parameters: values = {},
      callout_parameters_order: order = [],
    } = answer.json.callout ?? {};
    const open = (names: string[]) =>
      fetch(`${url}?${new URLSearchParams(names.map((name) => [name, values[name] ?? '']))}`);
    expect((await open(order)).status).toBe(200);
    expect((await open(order.toReversed())).status).toBe(400);
  });

  it('brings back every sign, and books only if every one of them arrives', async () => {
    const first = await begun('SC14');
    const { fields } = await visit(first.answer);
    expect(fields).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['b', ''],
      ['c', '+ &=%?'],
      ['ref', 'ünïcode ✓'],
      ['seal', expect.stringMatching(/^[\w-]{43}$/)],
      ['success', 'yes'],
    ]);
    const half = fields.slice(0, 3);
    const rest = new URLSearchParams(fields.slice(3));
    // Query and body together are what came back.
    const merged = await f13.raw(`/f13/callback.v1/this.t.1/next.t.2?${new URLSearchParams(half)}`, {
      method: 'POST',
      body: rest,
    });
    expect(merged.json.transaction_status).toBe('purchased');
  });

  it('books nothing for an answer that lacks a sign, nor for one that another payment was given', async () => {
    const first = await begun('SC14');
    const { fields } = await visit(first.answer);
    const other = await f13.hold('SC14');
    await f13.purchase(other.uuid, returning('u.1'));
    expect((await pass('u.1', 'u.2', fields)).json.transaction_status).toBe('failed');
    const lacking = fields.filter(([name]) => name !== 'b');
    expect((await pass('t.1', 't.2', lacking)).json.transaction_status).toBe('failed');
  });

  it('comes back by POST, is opened by POST only, or leads to a place on nobody’s list', async () => {
    const back = await visit((await begun('SC13')).answer);
    expect(back.method).toBe('post');
    const posted = await f13.hold('SC10');
    const { json } = await f13.purchase(posted.uuid, returning('v.1'));
    const wrong = await fetch(
      `${json.callout?.callout_destination_url}?${new URLSearchParams(json.callout?.callout_parameters)}`,
    );
    expect(wrong.status).toBe(405);
    const away = await f13.hold('SC12');
    const foreign = await f13.purchase(away.uuid, returning('w.1'));
    expect(foreign.json.callout?.callout_destination_url).toBe('https://payments.elsewhere.example/pay');
  });
});
