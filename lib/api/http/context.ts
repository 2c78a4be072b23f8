import type { ClientFacts } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import type { CallContext } from '@/lib/checkout/supplier';
import type { Foyer } from '@/lib/foyer';
import type { Caller } from '../access/caller';
import type { Counted } from '../limits';
import type { Access, Parsed, Schema } from './operation';

/** Someone we know: a browser with its session, or a partner. */
export type Known = Exclude<Caller, { kind: 'nobody' }>;

/** What a use-case gets: the parsed request, who asks, and the checkout where the call is about one. */
export interface Context<
  B extends Schema = Schema,
  Q extends Schema = Schema,
  P extends Schema = Schema,
  A extends Access = Access,
> {
  readonly foyer: Foyer;
  readonly request: Request;
  readonly requestId: string;
  readonly locale: string;
  readonly body: Parsed<B>;
  readonly query: Parsed<Q>;
  readonly params: Parsed<P>;
  readonly caller: A extends 'session' | 'checkout' ? Known : Caller;
  readonly checkout: A extends 'checkout' ? Stored : null;
  /** Who the operator says they are. */
  readonly operator: A extends 'operator' ? string : null;
  /** What limits count this caller as. */
  readonly counted: Counted;
  readonly client: ClientFacts;
}

/** Surroundings for a supplier's call outside a checkout: nothing to journal, the request's id as its trace. */
export function browsing({ requestId, locale }: Pick<Context, 'requestId' | 'locale'>): CallContext {
  return { traceId: requestId, locale, record: () => undefined };
}
