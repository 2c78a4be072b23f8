import type { RunningProvider } from '../../core/provider';
import { settle } from './pay';
import type { Sim } from './sim';
import type { Payment } from './types';

/** Payments by their own reference, by a session, or by the merchant's reference (a basket or order). */
function paymentsAbout(sim: Sim, id: string): Payment[] {
  return [...sim.payments.values()].filter(({ psp, session, reference }) =>
    [psp, session, reference].includes(id),
  );
}

/**
 * What the control port can do. The id is a payment, a session, the merchant's reference, a merchant account, or, for
 * notifications, `all`.
 */
export function actions(sim: Sim): RunningProvider['actions'] {
  return {
    /** Ends the wait of a payment that is `Received`; `{"success": false}` refuses it. */
    settle: (id, args) => {
      const waiting = paymentsAbout(sim, id).filter(({ resultCode }) => resultCode === 'Received');
      if (waiting.length === 0) throw new Error(`No payment of ${id} is waiting`);
      for (const payment of waiting) settle(sim, payment, args.success !== false);
    },
    /** Lets a session expire now. */
    'expire-session': (id) => {
      const sessions = [...sim.sessions.values()].filter((one) => one.id === id || one.reference === id);
      if (sessions.length === 0) throw new Error(`There is no session ${id}`);
      for (const session of sessions) {
        session.expiresAt = sim.now();
        sim.book(session);
      }
    },
    /** Keeps notifications back from now on, so that one can arrive late. */
    'hold-webhooks': (id) => sim.outbox.hold(id),
    /** Ends a hold and sends what had gathered; `{"order": "newest-first"}` sends it in the wrong order. */
    'send-webhooks': (id, args) => {
      sim.outbox.release(id, args.order === 'newest-first');
    },
    /** Sends the newest notification again; `{"type": "AUTHORISATION"}` picks one. */
    'duplicate-webhook': (id, args) => {
      const type = typeof args.type === 'string' ? args.type : undefined;
      const sent = sim.outbox.repeat(id, ({ eventCode }) => type === undefined || eventCode === type);
      if (!sent) throw new Error(`No notification${type ? ` of type ${type}` : ''} about ${id} yet`);
    },
  };
}
