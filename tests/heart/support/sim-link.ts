import type { Collection, Collector } from '@/lib/checkout/collector';
import type { Attempt } from '@/lib/checkout/model';
import { lostAsNull } from './sim-supplier';
import type { SimWorld } from './sim-world';

/** A link that anybody may pay as long as it is open, any amount and any number of times; nobody is told. */
export interface SimLink {
  readonly amount: number;
  paid: number;
  refunded: number;
  /** A payer's bank is at it. */
  pending: boolean;
  open: boolean;
  /** The customer has it: nobody can pay what was never handed out. */
  handed: boolean;
}

/** What payers and their banks do with a link, and what its provider does. */
export type LinkDeed = 'all' | 'less' | 'pending' | 'refused' | 'closed';

const LESS = 700;

/** Does it with every link that somebody has. */
export function onLinks({ links }: SimWorld, deed: LinkDeed): void {
  for (const link of links.values()) if (link.handed && link.open) onLink(link, deed);
}

function onLink(link: SimLink, deed: LinkDeed): void {
  switch (deed) {
    case 'all':
    case 'less':
      link.paid += deed === 'all' ? link.amount : LESS;
      link.pending = false;
      return;
    case 'pending':
      link.pending = true;
      return;
    case 'refused':
      link.pending = false;
      return;
    case 'closed':
      link.pending = false;
      link.open = false;
      return;
  }
}

/** A collector that hands out such links, one an attempt. */
export function simLinks(world: SimWorld, refunds: boolean): Collector {
  const word = ({ id }: Attempt): Collection => {
    const link = world.links.get(id);
    if (!link) return { kind: 'declined', code: 'payment_cancelled' };
    if (link.paid > 0) {
      const proof = { collector: 'link', reference: id, amount: link.paid, currency: 'GBP' };
      return { kind: 'paid', proof, ...(link.open ? { open: true } : {}) };
    }
    if (link.pending)
      return { kind: 'ask', step: { kind: 'wait', retryAfterMs: 0, why: 'payment_processing' } };
    if (!link.open) return { kind: 'declined', code: 'payment_closed' };
    const url = `https://pay.example/${id}`;
    return { kind: 'ask', step: { kind: 'redirect', url, httpMethod: 'GET', fields: [] } };
  };
  return {
    id: 'link',
    label: 'link',
    accepts: () => ({ available: true }),
    collect: async (_ctx, { id, totals }, attempt) => {
      const made = await lostAsNull(
        world.call(id, 'collect', true, () => world.link(attempt.id, totals[0]?.due ?? 0)),
      );
      return made ? word(attempt) : { kind: 'unknown' };
    },
    check: async (_ctx, { id }, attempt) => {
      const known = await lostAsNull(world.call(id, 'collector-check', false, () => true));
      return known ? word(attempt) : { kind: 'unknown' };
    },
    refund: refunds
      ? async (_ctx, { reference }, amount) => {
          const link = world.links.get(reference);
          if (!link || link.refunded + amount > link.paid) return 'refused';
          link.refunded += amount;
          return 'refunded';
        }
      : undefined,
  };
}
