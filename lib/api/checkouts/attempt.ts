import 'server-only';
import type { Outcome } from '@/lib/checkout/heart';
import type { Json } from '@/lib/checkout/json';
import type { Foyer } from '@/lib/foyer';
import type { Context } from '../http/context';
import { claim } from '../idempotency';
import { type Counted, declinesLeft, noteDeclines } from '../limits';
import { type Problem, problem } from '../problems/problem';
import { isProblem } from '../problems/text';

interface Ask {
  readonly option: string;
  readonly instrument?: { readonly kind: 'saved'; readonly id: string };
}

type Asking = Pick<Context, 'foyer' | 'counted' | 'client'> & {
  readonly checkout: NonNullable<Context<undefined, undefined, undefined, 'checkout'>['checkout']>;
};

/**
 * Starts paying once for each key: a repeat finds the attempt as it is by then, whatever became of it. `keep` is called
 * with the attempt's id right before it begins, with what is only for its supplier and must be written nowhere.
 */
export async function beginAttempt(
  { foyer, counted, client, checkout: { checkout } }: Asking,
  key: string,
  ask: Ask,
  keep?: (attemptId: string) => void,
): Promise<Outcome | Problem> {
  const spec = foyer.suppliers.get(checkout.supplier)?.options.find(({ id }) => id === ask.option);
  if (spec?.server && !keep) return problem('option_unavailable');
  const claimed = await claim(foyer, `attempts:${checkout.id}`, key, ask);
  if (isProblem(claimed)) return claimed;
  const begun = claimed.kind === 'work' && checkout.attempts.some(({ id }) => id === claimed.id);
  if (claimed.kind === 'replay' || begun) {
    const stored = await foyer.heart.read(checkout.id);
    return stored ? { ok: true, stored } : problem('not_found');
  }
  const limited = await declinesLeft(foyer, counted, checkout);
  if (limited) {
    await claimed.drop();
    return limited;
  }
  const { option, instrument } = ask;
  keep?.(claimed.id);
  const outcome = await foyer.heart.attempt(checkout.id, { id: claimed.id, option, instrument, client });
  if (!outcome.ok) {
    // Nothing began: the same key may be used again once what hinders is put right.
    await claimed.drop();
    return outcome;
  }
  await claimed.done(claimed.id);
  await noteLater(foyer, counted, outcome);
  return outcome;
}

/** Brings a result to its step. One that starts a charge counts as a try to pay; one that only reports is always taken. */
export async function bringResult(
  { foyer, counted, checkout: { checkout } }: Asking,
  attemptId: string,
  stepId: string,
  data: Json,
): Promise<Outcome | Problem> {
  const step = checkout.attempts.find(({ id }) => id === attemptId)?.step;
  const method = step?.kind === 'pay' ? foyer.methods.get(step.method) : undefined;
  const parsed = method?.data.safeParse(data);
  if (method && parsed?.success && method.hint(parsed.data as Json).kind === 'data') {
    const limited = await declinesLeft(foyer, counted, checkout);
    if (limited) return limited;
  }
  const outcome = await foyer.heart.result(checkout.id, attemptId, stepId, data);
  await noteLater(foyer, counted, outcome);
  return outcome;
}

/** What cannot be counted now is counted before the next try; the answer to this one is not spoilt by it. */
async function noteLater(foyer: Foyer, counted: Counted, outcome: Outcome): Promise<void> {
  if (outcome.ok) await noteDeclines(foyer, counted, outcome.stored.checkout).catch(() => undefined);
}
