import 'server-only';
import type { HoldRequest, Line } from '@/lib/checkout/model';
import type { Answer, CallContext, PickerOpened, Supplier } from '@/lib/checkout/supplier';
import { lineOf } from './choose';
import type { Purchase } from './purchase';

/** Lets somebody choose on the page of a supplier's picker, which is not ours. */
export type Pick = (supplier: string, url: string) => Promise<void>;

/** What a customer would ask to be held; null where it cannot be had. */
export async function requestOf(
  supplier: Supplier,
  ctx: CallContext,
  wanted: Purchase,
  at: { readonly now: number; readonly pick: Pick },
): Promise<HoldRequest | null> {
  if (!supplier.offers) return picked(supplier, ctx, wanted, at.pick);
  const lines: Line[] = [];
  for (const event of wanted.events) {
    const line = await lineOf(supplier, ctx, event, wanted, at.now);
    if (!line) return null;
    lines.push(line);
  }
  const request = { kind: 'lines', lines, delivery: {}, promoCode: wanted.promoCode } as const;
  return wanted.delivery ? delivered(supplier, ctx, request, wanted.delivery) : request;
}

async function picked(
  { id, picker }: Supplier,
  ctx: CallContext,
  { events }: Purchase,
  pick: Pick,
): Promise<HoldRequest | null> {
  let basket: Extract<HoldRequest, { kind: 'basket' }>['basket'] | null = null;
  for (const event of events) {
    const opened: Answer<PickerOpened> | undefined = await picker?.open(ctx, { event, basket });
    if (!opened?.ok) return null;
    await pick(id, opened.value.url);
    basket = opened.value.basket;
  }
  return basket && { kind: 'basket', basket };
}

/** The same, travelling in another way than the supplier's own choice. */
async function delivered(
  supplier: Supplier,
  ctx: CallContext,
  request: Extract<HoldRequest, { kind: 'lines' }>,
  kind: string,
): Promise<HoldRequest | null> {
  const quote = await supplier.quote(ctx, request);
  if (!quote.ok) return null;
  const ways = quote.value.delivery.flatMap(({ group, choices }) => {
    const way = choices.find((one) => one.kind === kind);
    return way ? [[group, way.code] as const] : [];
  });
  return { ...request, delivery: Object.fromEntries(ways) };
}
