import type { GatewayId } from '../catalogue/types';
import { type Gateway, refused } from './types';

/** A gateway whose provider cannot be reached from here: its part of `cardPayment` is told, and nothing is ever paid. */
export function absentGateway(id: GatewayId, provider: string, present: Gateway['present']): Gateway {
  const no = refused(`${provider} cannot be reached; nothing was charged.`);
  return {
    id,
    present,
    authorise: async () => no,
    again: async () => no,
    refund: async () => undefined,
    close: async () => undefined,
    reset: () => undefined,
  };
}
