import { randomBytes } from 'node:crypto';
import type { Desk } from '../desk';

/** Makes the voucher of a bought order known under a random key: whoever has its address sees the tickets. */
export function issueVoucher(desk: Desk, uuid: string, item: number): void {
  desk.store.vouchers.set(randomBytes(18).toString('base64url'), { uuid, item });
}

/** The address of an order's voucher page, once it was issued. */
export function voucherUrl(desk: Desk, uuid: string, item: number): string | undefined {
  for (const [key, one] of desk.store.vouchers) {
    if (one.uuid !== uuid || one.item !== item) continue;
    const user = desk.store.transactions.get(uuid)?.user.id ?? 'demo';
    return `${desk.origin}/tickets/web_self_print.buy/${user}?crypto_block=${key}`;
  }
  return undefined;
}
