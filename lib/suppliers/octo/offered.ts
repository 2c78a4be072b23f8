import type { Checkout } from '@/lib/checkout/model';
import type { Offered } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { EXTERNAL, RAW, SAVED, ways } from './gateways';
import { readHold } from './memo';
import { takesMoney } from './money';

/**
 * Which ways to pay there are for this order: its gateway is the supplier's answer, and the others do not exist for it. A
 * gateway that nobody here knows is named, and not offered.
 */
export function offered({ config }: Desk, { memo }: Checkout): Readonly<Record<string, Offered | null>> {
  const hold = readHold(memo);
  const gateway = hold?.gateway ?? 'unknown';
  const rows: Record<string, Offered | null> = {};
  for (const way of ways) rows[way.option.id] = way.gateway === gateway ? { available: true } : null;
  const cards = hold && takesMoney(gateway) ? hold.cards : [];
  const instruments = cards.map(({ id, label }) => ({ kind: 'saved' as const, id, label }));
  rows[SAVED.id] = instruments.length > 0 ? { available: true, instruments } : null;
  rows[EXTERNAL.id] = takesMoney(gateway) || gateway === 'unknown' ? null : { available: true };
  rows[RAW.id] = config.rawCards && gateway === 'adyen' ? { available: true } : null;
  const [first] = ways;
  if (gateway === 'unknown' && first) {
    const reason = `${config.name} takes the payment through “${hold?.gatewayName ?? ''}”, which this shop does not know.`;
    rows[first.option.id] = { available: false, reason };
  }
  return rows;
}
