import { z } from 'zod';
import { Digits } from '../../../../core/digits';
import { type Order, outstanding } from '../../order/model';
import { type Gateway, type Outcome, refused, type Sent } from '../types';
import { orderCode, type VivaTransaction, vivaApi } from './api';
import type { VivaNotice } from './notice';

/** How order codes are written: a bare number, or text. Both occur in the documentation. */
export interface VivaManner {
  codes: 'number' | 'text';
}

/** Around the gateway. */
export interface VivaWorld {
  origin(): string;
  now(): number;
  readonly manner: VivaManner;
  /** Runs work while nobody else does anything with the order. */
  locked<T>(order: Order, work: () => Promise<T>): Promise<T>;
}

/** Viva, which also hears of payments by notification. */
export interface VivaGateway extends Gateway {
  /** Answers the order that turns out to be paid with nobody having confirmed it. */
  receive(notice: VivaNotice): Promise<Order | undefined>;
  /** What a shop would send to confirm an order that is paid; undefined when it is not. */
  proofOf(order: Order): Sent | undefined;
}

/** A payment order at Viva that was made for an order here. */
interface Code {
  readonly code: string;
  /** Minor units. */
  readonly amount: number;
  readonly expiresMs: number;
  /** Known to be paid, and not used yet. */
  transaction: string | null;
  closed: boolean;
}

/** How long a customer may take on Viva's page: what Viva gives where nothing is asked for. */
const TIMEOUT_SECONDS = 1800;

const part = z.looseObject({ orderCode: z.unknown(), transactionId: z.guid() }).nullish();

/**
 * The supplier's account at Viva. The booking names an order code, the guest pays on Viva's own page, and confirming
 * names the transaction that Viva sent the guest back with. Viva is asked about it: a return address proves nothing.
 */
export function vivaGateway(world: VivaWorld): VivaGateway {
  const api = vivaApi(world.origin, world.now);
  const codes = new Map<string, { readonly order: Order; readonly codes: Code[] }>();
  const codesOf = (order: Order): Code[] => {
    const known = codes.get(order.id) ?? { order, codes: [] };
    codes.set(order.id, known);
    return known.codes;
  };
  const written = (code: string) => (world.manner.codes === 'number' ? new Digits(code) : code);

  /** Makes sure that nobody pays a code any more, or gives back what somebody paid. */
  const close = async (order: Order, code: Code): Promise<void> => {
    if (code.closed) return;
    if (await api.cancelOrder(code.code)) {
      code.closed = true;
      return;
    }
    const transaction = await api.paidBy(code.code);
    const used = order.payments.some(({ reference }) => reference === transaction);
    if (transaction && !used) await api.refund(transaction, code.amount);
    Object.assign(code, { closed: true, transaction: null });
  };

  const codeFor = async (order: Order, due: number): Promise<Code> => {
    const known = codesOf(order);
    const fits = known.findLast(
      (one) => !one.closed && one.amount === due && (one.transaction !== null || one.expiresMs > world.now()),
    );
    if (fits) return fits;
    // A code is for one amount: whoever still has the page of another must not pay it.
    for (const code of known) await close(order, code);
    const { firstName, lastName, emailAddress } = order.contact;
    const name = [firstName, lastName].filter(Boolean).join(' ');
    const code = await api.createOrder({
      amount: due,
      currencyCode: ISO_NUMBERS[order.currency ?? 'EUR'],
      customerTrns: order.bookings.map(({ product }) => product.title).join(', '),
      merchantTrns: order.group ?? order.id,
      customer: {
        ...(emailAddress && { email: emailAddress }),
        ...(name && { fullName: name }),
      },
      paymentTimeout: TIMEOUT_SECONDS,
    });
    const expiresMs = world.now() + TIMEOUT_SECONDS * 1000;
    const made: Code = { code, amount: due, expiresMs, transaction: null, closed: false };
    known.push(made);
    return made;
  };

  const judge = async (order: Order, due: number, code: Code, id: string): Promise<Outcome> => {
    if (order.payments.some(({ reference }) => reference === id))
      return refused('The transaction is used up.');
    const told = await api.transaction(id);
    if (told?.orderCode !== code.code) return refused('The transaction is not one of this orderCode.');
    if (told.statusId === 'A') return { kind: 'pending' };
    if (told.statusId !== 'F') return refused(REASONS[told.statusId] ?? 'The payment was not approved.');
    if (told.amount !== due) {
      await close(order, code);
      return refused('The payment was for another amount than is to be paid, and goes back.');
    }
    return {
      kind: 'authorised',
      byWebhook: true,
      take: async () => {
        Object.assign(code, { transaction: null, closed: true });
        return { reference: id, amount: due, notes: null, card: null };
      },
      letGo: () => close(order, code),
    };
  };

  return {
    id: 'vivawallet',
    present: async (order, due) => {
      if (due === 0) return {};
      try {
        return { orderCode: written((await codeFor(order, due)).code) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : 'The payment order could not be made.' };
      }
    },
    authorise: async (order, due, sent) => {
      const read = part.safeParse(sent.vivawallet);
      const named = orderCode.safeParse(read.data?.orderCode);
      if (!read.success || !read.data || !named.success)
        return refused('cardPayment.vivawallet must name the orderCode and the transactionId.');
      const kind = typeof read.data.orderCode === 'string' ? 'text' : 'number';
      if (kind !== world.manner.codes)
        return refused('cardPayment.vivawallet.orderCode must be what was told, in kind too.');
      const code = codesOf(order).find((one) => one.code === named.data);
      if (!code) return refused('The orderCode is not one of this order.');
      return judge(order, due, code, read.data.transactionId);
    },
    again: async () => refused('Viva keeps no cards.'),
    refund: (_order, payment, amount) => api.refund(payment.reference, amount),
    close: async (order) => {
      for (const code of codesOf(order)) await close(order, code);
    },
    receive: async (notice) => {
      const known = [...codes.values()].find((one) =>
        one.codes.some(({ code }) => code === notice.orderCode),
      );
      if (!known) return undefined;
      const { order } = known;
      return world.locked(order, async () => {
        const code = known.codes.find((one) => one.code === notice.orderCode);
        const told: VivaTransaction | undefined = await api.transaction(notice.transactionId);
        if (!code || code.closed || told?.statusId !== 'F' || told.orderCode !== code.code) return undefined;
        code.transaction = notice.transactionId;
        if (outstanding(order) === told.amount) return order;
        // It came for a hold that is over, or for another price.
        await close(order, code);
        return undefined;
      });
    },
    proofOf: (order) => {
      const paid = codesOf(order).find(({ closed, transaction }) => !closed && transaction !== null);
      if (!paid) return undefined;
      const vivawallet = { orderCode: written(paid.code), transactionId: paid.transaction };
      return { gateway: 'vivawallet', vivawallet };
    },
    reset: () => {
      codes.clear();
      api.reset();
    },
  };
}

const ISO_NUMBERS: Readonly<Record<string, string>> = { EUR: '978', GBP: '826', USD: '840' };

const REASONS: Readonly<Record<string, string>> = {
  E: 'The payment was not approved.',
  X: 'The payment was given back.',
  R: 'The payment was given back.',
};
