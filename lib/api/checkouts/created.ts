import 'server-only';
import type { Stored } from '@/lib/checkout/store';
import { checkoutLink } from '../access/link';
import type { Context } from '../http/context';
import { JsonReply, type Reply } from '../http/reply';
import { checkoutReply } from './reply';

/**
 * 201 with the checkout. A partner's server also gets the signed link that hands it to its customer's browser: only
 * there can the customer pay.
 */
export async function createdReply(
  { foyer, caller }: Pick<Context, 'foyer' | 'caller'>,
  stored: Stored,
): Promise<Reply> {
  const reply = checkoutReply({ foyer, caller }, stored, 201);
  if (!(reply instanceof JsonReply)) return reply;
  const link = caller.kind === 'partner' ? await checkoutLink(foyer, stored.checkout.id) : undefined;
  const headers = { ...reply.headers, Location: `/api/checkouts/${stored.checkout.id}` };
  return new JsonReply({ ...(reply.body as object), link }, 201, headers);
}
