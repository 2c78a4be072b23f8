import type { Item, TicketLine } from '@/lib/checkout/model';
import type { Voucher } from '@/lib/checkout/step';
import type { ItemView } from '../schemas/checkout';
import { plain } from '../text';
import { amountView } from './money';

type Priced = Omit<Item, 'status' | 'vouchers'>;

/** Milliseconds as ISO 8601, or nothing. */
export function iso(at: number | null | undefined): string | undefined {
  return at === null || at === undefined ? undefined : new Date(at).toISOString();
}

/** What an item of a quote and an item of a checkout have in common. */
export function pricedView(item: Priced) {
  return {
    id: item.id,
    title: plain(item.title, 300),
    startsAt: iso(item.startsAt),
    timeZone: item.timeZone,
    day: item.day,
    venue: item.venue === undefined ? undefined : plain(item.venue, 300),
    image: item.image,
    expiresAt: iso(item.expiresAt),
    tickets: item.tickets.map(ticketView),
    seats: item.seats?.map((seat) => plain(seat, 100)),
    price: amountView(item.price),
    fee: amountView(item.fee),
    notices: item.notices.map((notice) => plain(notice)),
    delivery: item.delivery === undefined ? undefined : plain(item.delivery, 200),
  };
}

/** An item as its customer sees it. */
export function itemView(checkoutId: string, item: Item): ItemView {
  return {
    ...pricedView(item),
    status: item.status,
    code: item.code,
    why: item.why === undefined ? undefined : plain(item.why, 1000),
    answerBy: iso(item.answerBy),
    reference: item.reference,
    vouchers: item.vouchers.map((voucher) => voucherView(checkoutId, voucher)),
    voucherToCome: item.voucherToCome,
    instructions: item.instructions === undefined ? undefined : plain(item.instructions, 5000),
  };
}

function ticketView({ type, label, quantity, price }: TicketLine) {
  return { type, label: plain(label, 200), quantity, price: price && amountView(price) };
}

/** The supplier's own address of a voucher stays with us: ours leads to it, and checks who asks. */
function voucherView(checkoutId: string, { id, kind, label, value, symbology }: Voucher) {
  return {
    id,
    kind,
    label: plain(label, 200),
    href: `/api/checkouts/${checkoutId}/vouchers/${encodeURIComponent(id)}`,
    value: kind === 'qr' || kind === 'barcode' ? value : undefined,
    symbology: kind === 'qr' ? 'qr' : symbology,
  };
}
