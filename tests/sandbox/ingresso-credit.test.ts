import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { CUSTOMER, F13, type Fields } from './ingresso-client';

let sandbox: TestSandbox;
let credit: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  credit = new F13(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const rows = async () => {
  const { bookings, charges, holds } = await sandbox.ledger();
  return {
    bookings: bookings.map(({ status, amount, currency }) => `${status} ${amount} ${currency}`),
    charges: charges.map(
      ({ provider, status, captured, refunded }) => `${provider} ${status} ${captured} ${refunded}`,
    ),
    holds: holds.map(({ status }) => status),
  };
};

describe('Ingresso: on credit', () => {
  it('purchases, with references, dates and the customer as told', async () => {
    const { uuid, json: held } = await credit.hold('6IF');
    expect(held.trolley_contents?.bundle[0]).not.toHaveProperty('debitor');
    const bought = await credit.purchase(uuid, {
      address_line_two: 'Room “7” 🎭',
      last_name: 'عمر',
      agent_ref: 'R-1',
      world_can_use_customer_data: 'True',
    });
    expect(bought.json).toMatchObject({
      transaction_status: 'purchased',
      customer: {
        first_name: 'Ada',
        last_name: 'عمر',
        last_name_latin: '???',
        addr_line_two: 'Room “7” 🎭',
        agent_ref: 'R-1',
        country: 'United Kingdom',
        home_phone: '0203 137 7420',
        work_phone: '0203 137 7420',
        supplier_can_use_customer_data: false,
        world_can_use_customer_data: true,
      },
      trolley_contents: { transaction_uuid: uuid, purchase_result: { success: true, is_partial: false } },
    });
    expect(bought.json.trolley_contents?.transaction_id).toMatch(/^T000-0000-\w{4}-\w{4}$/);
    const order = bought.json.trolley_contents?.bundle[0]?.order[0];
    expect(order?.backend_purchase_reference).toMatch(/^PURCHASE-\w+-1$/);
    expect(order?.send_method).toMatchObject({
      send_final_type: 'collect',
      send_final_comment: expect.any(String),
    });
    expect(await rows()).toMatchObject({ charges: [], holds: ['booked'] });
    expect((await credit.get('purchase_page_archive.v1', { transaction_uuid: uuid })).text).toBe(bought.text);
    const status = await credit.status(uuid, { add_customer: '1' });
    expect(status.json).toMatchObject({ transaction_status: 'purchased', customer: { last_name: 'عمر' } });
    const byId = { transaction_id: bought.json.trolley_contents?.transaction_id ?? '' };
    expect((await credit.get('trans_id_status.v1', byId)).json.transaction_status).toBe('purchased');
  });

  it.each([
    ['first_name', {}, 400, 8],
    ['last_name', {}, 400, 8],
    ['address_line_one', {}, 400, 8],
    ['country_code', {}, 400, 8],
    ['phone', {}, 400, 8],
    ['phone', { home_phone: '1' }, 400, 8],
    ['email_address', {}, 400, 8],
    ['', { country_code: 'foobar' }, 460, 8],
    ['', { country_code: 'gb' }, 460, 8],
    ['', { email_address: 'ada@home' }, 460, 2000],
  ])('refuses a customer without %j, with %j, and keeps the hold', async (missing, more, status, code) => {
    const { uuid, json } = await credit.hold('7AB');
    expect(json).toMatchObject({ needs_email_address: true });
    const whole: Fields = { ...CUSTOMER, transaction_uuid: uuid, ...more };
    const { [missing]: _gone, ...fields } = whole;
    const refused = await credit.post('purchase.v1', fields);
    expect([refused.status, refused.json.error_code]).toEqual([status, code]);
    const archive = await credit.get('purchase_page_archive.v1', { transaction_uuid: uuid });
    expect([archive.status, archive.text]).toEqual([refused.status, refused.text]);
    expect((await credit.status(uuid)).json.transaction_status).toBe('reserved');
    expect(
      (await credit.purchase(uuid, { phone: '', home_phone: '1', work_phone: '2' })).json.transaction_status,
    ).toBe('purchased');
  });

  it('asks for the partner’s own reference where an event needs it', async () => {
    const { uuid, json } = await credit.hold('8ZC');
    expect(json).toMatchObject({ needs_agent_reference: true });
    expect((await credit.purchase(uuid)).status).toBe(400);
    expect((await credit.purchase(uuid, { agent_reference: 'C-7' })).json).toMatchObject({
      customer: { agent_ref: 'C-7' },
    });
  });

  it('fails with “fail part one”, as a result and not as an error', async () => {
    const { uuid } = await credit.hold('6IE');
    const failed = await credit.purchase(uuid, { address_line_two: 'Fail part one' });
    expect([failed.status, failed.json]).toMatchObject([
      200,
      {
        transaction_status: 'failed',
        trolley_contents: {
          purchase_result: {
            success: false,
            is_partial: false,
            failure_reason: 'supplier_failure',
            failed_avs: false,
          },
          bundle: [{ purchase_result: { success: false, purchase_error: expect.any(String) } }],
        },
      },
    ]);
    expect(failed.json.trolley_contents).not.toHaveProperty('transaction_id');
    expect((await rows()).holds).toEqual(['released']);
  });

  it('buys once however often it is asked, and not at all once the hold is over', async () => {
    const { uuid } = await credit.hold('6KF');
    const all = await Promise.all(Array.from({ length: 20 }, () => credit.purchase(uuid)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ status, json }) => status === 400 && json.error_code === 8)).toHaveLength(19);
    expect((await rows()).bookings).toEqual(['booked 1550 GBP']);
    const other = await credit.hold('6KF');
    await sandbox.action('ingresso', 'expire', other.uuid);
    expect((await credit.purchase(other.uuid)).status).toBe(410);
    expect((await credit.post('release.v1', { transaction_uuid: uuid })).json).toEqual({
      released_ok: false,
    });
    expect((await credit.purchase('nobody')).status).toBe(400);
  });

  it('takes two minutes and says attempting meanwhile', async () => {
    const { uuid } = await credit.hold('SC22');
    const buying = credit.purchase(uuid);
    const attempting = () => credit.status(uuid);
    await until(attempting, ({ json }) => json.transaction_status === 'attempting');
    expect((await attempting()).json).not.toHaveProperty('pending_callout');
    expect((await credit.post('release.v1', { transaction_uuid: uuid })).json).toEqual({
      released_ok: false,
    });
    await sandbox.clock(121_000);
    expect((await buying).json.transaction_status).toBe('purchased');
  });

  it('prints an eTicket, and cancels it', async () => {
    const { uuid } = await credit.hold('7AB', '8ZA');
    const { json } = await credit.purchase(uuid);
    const [first, second] = json.trolley_contents?.bundle.map(({ order }) => order[0]) ?? [];
    const url = first?.send_method.self_print_voucher_url ?? '';
    const voucher = await fetch(url);
    expect(voucher.headers.get('content-type')).toContain('text/html');
    const html = await voucher.text();
    expect(html).toContain(first?.backend_purchase_reference ?? 'none');
    const barcode = first?.ticket_orders.ticket_order[0]?.seats?.[0]?.barcode;
    expect(html).toContain(String(barcode));
    const cancel = (items: string) =>
      credit.post('cancel.v1', { transaction_uuid: uuid, cancel_items_list: items });
    expect((await cancel('1')).json).toMatchObject({ cancelled_item_numbers: [1] });
    expect((await cancel('1')).json).toMatchObject({ cancelled_item_numbers: [] });
    expect((await fetch(url)).status).toBe(410);
    const after = await credit.status(uuid);
    expect(after.json.transaction_status).toBe('purchased');
    expect(after.json.trolley_contents?.bundle.map(({ order }) => order[0]?.cancellation_status)).toEqual([
      'cancelled',
      'possible',
    ]);
    expect(second?.cancellation_status).toBe('possible');
  });

  it('cancels a bundle whole where its supplier wants it so, and reports what failed', async () => {
    const { uuid } = await credit.hold('6IF', '6IE');
    await credit.purchase(uuid);
    const cancel = (items: string) =>
      credit.post('cancel.v1', { transaction_uuid: uuid, cancel_items_list: items });
    const refused = await cancel('1');
    expect(refused.json).toMatchObject({ must_also_cancel: [{ item_number: 2 }] });
    expect(refused.json).not.toHaveProperty('cancelled_item_numbers');
    // The platform's other clients post with everything in the query.
    const whole = await credit.raw(`/f13/cancel.v1/?transaction_uuid=${uuid}&cancel_items_list=1,2`, {
      method: 'POST',
    });
    expect(whole.json).toMatchObject({ cancelled_item_numbers: [1, 2] });
    const stuck = await credit.hold('SC40');
    await credit.purchase(stuck.uuid);
    const tried = await credit.post('cancel.v1', { transaction_uuid: stuck.uuid });
    expect(tried.json).toMatchObject({ cancelled_item_numbers: [] });
    expect(tried.json.trolley_contents?.bundle[0]?.order[0]?.cancellation_status).toBe('tried_and_failed');
    expect((await credit.post('cancel.v1', { transaction_uuid: uuid, cancel_items_list: 'x' })).status).toBe(
      400,
    );
  });
});
