import type { Collection, Collector } from '@/lib/checkout/collector';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import { LOST_PATIENCE_MS } from '@/lib/checkout/schedule';
import type { CallContext } from '@/lib/checkout/supplier';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { accepts } from './accepts';
import { config, type TikkieConfig } from './config';
import { descriptionOf, externalIdOf } from './names';
import { requestsIn, type TikkieApi, type TikkieRequest } from './request';
import { type Asked, asking, standingOf } from './standing';
import { v1 } from './v1';
import { v2 } from './v2';

/**
 * Tikkie: a payment request of the partner's, paid by link or QR code from the customer's bank. Both versions of the API
 * are behind it, chosen by the configuration. Set-up, quirks and what is inferred: `docs/suppliers/tikkie.md`.
 */
export const tikkie = defineModule<TikkieConfig, Collector>({ id: 'tikkie', config, create });

/** Requests are looked for from this long before the attempt began: nobody's clock is further off. */
const LOOK_BACK_MS = 2 * 60_000;

const DAY_MS = 24 * 3_600_000;

/** The API of a configuration, for the collector and for the command line. */
export function apiOf(settings: TikkieConfig, deps: ModuleDeps): TikkieApi {
  const { url, apiKey, version } = settings;
  const http = deps.http({ system: 'tikkie', baseUrl: url, headers: { 'api-key': apiKey } });
  return version === 1 ? v1(http, settings, deps.now) : v2(http, settings);
}

function create(settings: TikkieConfig, deps: ModuleDeps): Collector {
  const api = apiOf(settings, deps);
  const at: Counter = { api, settings, now: deps.now };
  const { refund } = api;
  return {
    id: 'tikkie',
    label: 'tikkie',
    accepts,
    collect: (ctx, checkout, attempt) => collect(at, ctx, checkout, attempt),
    check: (ctx, checkout, attempt) => check(at, ctx, checkout, attempt),
    named: ({ memo: { externalId, token } }) =>
      typeof externalId === 'string' && typeof token === 'string'
        ? { reference: externalId, id: token }
        : null,
    ...(refund && { refund: (ctx, { reference }, amount) => refund(ctx, reference, amount) }),
  };
}

interface Counter {
  readonly api: TikkieApi;
  readonly settings: TikkieConfig;
  readonly now: () => number;
}

/** Makes the request, once. Where nobody knows whether it was made, it is looked for and not made again. */
async function collect(
  at: Counter,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<Collection> {
  const [total] = checkout.totals;
  if (!total || !accepts(checkout).available) return { kind: 'declined', code: 'payment_method_unavailable' };
  const externalId = externalIdOf(checkout, attempt.id);
  const ask = {
    externalId,
    description: descriptionOf(checkout),
    amount: total.due,
    until: (checkout.expiresAt ?? at.now()) + DAY_MS,
  };
  const made = await at.api.create(ctx, ask);
  if (made.kind === 'lost') return check(at, ctx, checkout, attempt);
  if (made.kind !== 'ok') return { kind: 'declined', code: 'payment_unavailable' };
  const { token, url } = made.value;
  if (!leadsToTikkie(at, url)) return { kind: 'declined', code: 'payment_unavailable' };
  const { link, memo } = askedOf(at, checkout, attempt, { token, url });
  return { kind: 'ask', step: asking(link, { blocked: false, refused: false }), memo };
}

/** Reads how the attempt's request stands, or finds it where the answer to making it was lost. */
async function check(
  at: Counter,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<Collection> {
  const { token } = attempt.memo;
  if (typeof token !== 'string') return found(at, ctx, checkout, attempt);
  const reply = await at.api.read(ctx, token);
  if (reply.kind !== 'ok') return noNews(attempt);
  const url = typeof attempt.memo.url === 'string' ? attempt.memo.url : reply.value.url;
  return standingOf(reply.value, askedOf(at, checkout, attempt, { token, url }, reply.value.amount));
}

/** By its external id. What is not there a minute later was never made, or nobody was ever given its link. */
async function found(
  at: Counter,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<Collection> {
  const externalId = externalIdOf(checkout, attempt.id);
  const ours = (row: TikkieRequest) => row.externalId === externalId;
  const reply = await requestsIn(at.api, ctx, { from: attempt.startedAt - LOOK_BACK_MS }, ours);
  if (reply.kind !== 'ok') return { kind: 'unknown' };
  const request = reply.value.find(ours);
  if (request && leadsToTikkie(at, request.url))
    return standingOf(request, askedOf(at, checkout, attempt, request, request.amount));
  const over = at.now() - attempt.startedAt > LOST_PATIENCE_MS;
  return request || over ? { kind: 'declined', code: 'payment_unavailable' } : { kind: 'unknown' };
}

/** A look that was not answered: what was known before still holds. */
function noNews({ step, proof, open }: Attempt): Collection {
  if (proof) return { kind: 'paid', proof, ...(open ? { open: true } : {}) };
  if (step?.kind === 'pay' || step?.kind === 'wait') {
    const { id: _, ...same } = step;
    return { kind: 'ask', step: same };
  }
  return { kind: 'unknown' };
}

/** The link as it is shown, and what is kept of it. What was asked for stays what it was, whatever is due by now. */
function askedOf(
  { settings }: Counter,
  checkout: Checkout,
  { id, memo }: Attempt,
  { token, url }: { readonly token: string; readonly url: string },
  told: number | null = null,
): Asked {
  const due = checkout.totals[0]?.due ?? 0;
  const amount = typeof memo.amount === 'number' ? memo.amount : (told ?? due);
  const description = typeof memo.description === 'string' ? memo.description : descriptionOf(checkout);
  return {
    amount,
    link: {
      url,
      service: 'Tikkie',
      amount: { amount, currency: 'EUR', exponent: 2 },
      description,
      payee: settings.payee,
    },
    memo: { token, url, amount, description, externalId: externalIdOf(checkout, id) },
  };
}

/** Customers are sent to Tikkie's own pages and nowhere else, whatever an answer says. */
function leadsToTikkie({ settings }: Counter, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(settings.payUrl).origin;
}
