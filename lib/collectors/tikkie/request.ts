import type { CallContext } from '@/lib/checkout/supplier';
import type { NoReply, Reply } from './client';

/** A payment request as both versions have it. Amounts in cents. */
export interface TikkieRequest {
  readonly token: string;
  readonly url: string;
  readonly externalId: string | null;
  readonly description: string;
  /** Null where whoever pays decides. */
  readonly amount: number | null;
  readonly createdAt: number | null;
  /** `full`: it has taken all that it may. Never the truth about the money: a paid one can be open. */
  readonly status: 'open' | 'closed' | 'expired' | 'full' | 'unknown';
  /** The sum of what was paid: the truth. */
  readonly paid: number;
  /** How many times. */
  readonly payments: number;
  /** A payer's bank is at it, or says something that nobody has heard of. */
  readonly pending: boolean;
  /** The newest payment was refused. */
  readonly refused: boolean;
  /** The bank account has received too much today and takes nothing for a while. */
  readonly blocked: boolean;
}

/** What is asked for. `until`: where the version can say when the request ends. */
export interface Ask {
  readonly externalId: string;
  readonly description: string;
  readonly amount: number;
  readonly until: number;
}

export interface Made {
  readonly token: string;
  readonly url: string;
}

/** Requests that were made in a range of time, newest first. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export interface Page {
  readonly rows: readonly TikkieRequest[];
  readonly total: number;
}

/** One version of the API. */
export interface TikkieApi {
  create(ctx: CallContext, ask: Ask): Promise<Reply<Made>>;
  read(ctx: CallContext, token: string): Promise<Reply<TikkieRequest>>;
  /** A page of {@link PAGE} rows; the first is 0. */
  list(ctx: CallContext, range: Range, page: number): Promise<Reply<Page>>;
  /** Gives back; version 2 only. */
  refund?(ctx: CallContext, token: string, amount: number): Promise<'refunded' | 'refused' | 'unknown'>;
}

/** Rows of a page; neither version publishes how many it gives at most. */
export const PAGE = 100;

/** More than a shop makes in the time that it looks back. */
const MOST_PAGES = 50;

/** Every request of a range, page by page, as far as `enough` wants. A page that cannot be had ends it. */
export async function requestsIn(
  api: TikkieApi,
  ctx: CallContext,
  range: Range,
  enough: (row: TikkieRequest) => boolean = () => false,
): Promise<{ readonly kind: 'ok'; readonly value: readonly TikkieRequest[] } | NoReply> {
  const found: TikkieRequest[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await api.list(ctx, range, page);
    if (reply.kind !== 'ok') return reply;
    const { rows, total } = reply.value;
    found.push(...rows);
    if (rows.length === 0 || found.length >= total || rows.some(enough)) break;
  }
  return { kind: 'ok', value: found };
}
