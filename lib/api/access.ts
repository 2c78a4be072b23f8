import 'server-only';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import type { Caller } from './access/caller';

export type { Caller } from './access/caller';

/** The checkout, if this caller was granted it. Unknown and not yours are one answer. */
export async function ownCheckout(foyer: Foyer, caller: Caller, id: string): Promise<Stored | null> {
  if (caller.kind === 'nobody') return null;
  return (await foyer.store.granted(caller.id, id)) ? foyer.heart.read(id) : null;
}

/** Params of a step go to the browser that pays, by its cookie, and not to a partner's server. */
export function viewerOf(caller: Caller): 'customer' | 'onlooker' {
  return caller.kind === 'browser' ? 'customer' : 'onlooker';
}
