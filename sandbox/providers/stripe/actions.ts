import type { RunningProvider } from '../../core/provider';
import type { Sim } from './sim';

/**
 * What the control port can do to webhooks. The id says which: an intent or charge, the basket or order it pays for, an event,
 * a merchant (`tickitto`), or `all`.
 */
export function actions({ deliveries }: Sim): RunningProvider['actions'] {
  return {
    /** Keeps webhooks back from now on, so that one can arrive late. */
    'hold-webhooks': (id) => deliveries.hold(id),
    /** Ends a hold and sends what had gathered; `{"order": "newest-first"}` sends it in the wrong order. */
    'send-webhooks': (id, args) => {
      deliveries.release(id, args.order === 'newest-first');
    },
    /** Sends the newest event again, same id; `{"type": "payment_intent.succeeded"}` picks another. */
    'duplicate-webhook': (id, args) => {
      const type = typeof args.type === 'string' ? args.type : undefined;
      if (!deliveries.repeat(id, (event) => type === undefined || event.type === type))
        throw new Error(`No event${type ? ` of type ${type}` : ''} about ${id} yet`);
    },
  };
}
