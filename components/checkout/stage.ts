import type { CheckoutView } from '@/lib/api/schemas/checkout';

/** Which view of a checkout is shown. A pure function of its state: the URL never decides. */
export type Stage =
  | 'holding'
  | 'refused'
  | 'review'
  | 'details'
  | 'pay'
  | 'hand_over'
  | 'waiting'
  | 'unknown'
  | 'tickets'
  | 'ended'
  | 'failed';

type Seen = Pick<CheckoutView, 'tickets' | 'items' | 'money' | 'next' | 'refusals'>;

/** Booked tickets are shown before anything else, whatever the rest of the order is doing. */
export function stageOf(view: Seen): Stage {
  if (view.items.some(({ status }) => status === 'booked')) return 'tickets';
  switch (view.next.action) {
    case 'review':
    case 'details':
    case 'pay':
      return view.next.action;
    case 'redirect':
      return 'hand_over';
    case 'wait':
      return waitingStage(view);
    case 'hold_again':
      return 'ended';
    case 'done':
      return 'failed';
    case 'start_over':
      return view.refusals.length > 0 ? 'refused' : 'failed';
  }
}

function waitingStage({ tickets, money }: Seen): Stage {
  if (tickets === 'open') return 'holding';
  return tickets === 'unknown' || money.state === 'unknown' ? 'unknown' : 'waiting';
}

/** Key of the stage's name under `checkout.titles`. */
export function titleKey(view: Seen & Pick<CheckoutView, 'message'>) {
  const stage = stageOf(view);
  if (stage === 'waiting' && view.message.code === 'letting_go') return 'letting_go';
  if (stage === 'waiting' && view.message.code === 'starting') return 'starting';
  if (stage === 'failed' && /^(cancelled|none_left)_/.test(view.message.code)) return 'cancelled';
  if (stage === 'tickets' && view.message.code.startsWith('part_cancelled')) return 'part_cancelled';
  if (stage === 'tickets') return view.tickets === 'part_booked' ? 'mixed' : 'tickets';
  if (stage === 'ended' && (view.tickets === 'failed' || view.message.code.startsWith('lost_')))
    return 'failed';
  if (stage === 'ended') return view.tickets === 'released' ? 'released' : 'expired';
  return stage;
}

/**
 * Whether the page keeps asking how things stand: while it waits, while vouchers or money are still to come, and
 * where the customer could be paying in another tab.
 */
export function polls(view: Pick<CheckoutView, 'tickets' | 'next' | 'items' | 'money'>): boolean {
  const { tickets, next, items, money } = view;
  // A link that may still be paid after the hold has ended.
  if (next.action === 'hold_again' && next.retryAfterMs !== undefined) return true;
  if (next.action === 'wait' || next.action === 'pay' || next.action === 'redirect') return true;
  if (money.state === 'refund_due' || items.some(({ voucherToCome }) => voucherToCome)) return true;
  return next.action === 'done' && !tickets.endsWith('booked') && IN_DOUBT.includes(money.state);
}

const IN_DOUBT: readonly string[] = ['pending', 'authorised', 'unknown'];

/**
 * After how many seconds the document loads itself anew where scripts cannot ask; null where a person may be in the
 * middle of a form, or nothing moves by itself.
 */
export function reloadsAfter(view: Parameters<typeof polls>[0]): number | null {
  if (!polls(view) || view.next.action === 'pay') return null;
  return view.next.action === 'wait' ? 5 : 30;
}

/** A payment was begun, here or in another tab, and nobody knows yet that it ended. */
export function underWay({ attempt }: Pick<CheckoutView, 'attempt'>): string | null {
  if (attempt?.status !== 'open') return null;
  return attempt.step?.kind === 'pay' || attempt.step?.kind === 'redirect' ? attempt.id : null;
}
