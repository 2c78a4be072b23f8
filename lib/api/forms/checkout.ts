import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Outcome } from '@/lib/checkout/heart';
import { activeAttempt } from '@/lib/checkout/ledgers';
import { paymentOptions } from '@/lib/checkout/options';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import { beginAttempt } from '../checkouts/attempt';
import { whereabouts } from '../checkouts/whereabouts';
import { spend } from '../limits';
import { fromRefused, type Problem, problem } from '../problems/problem';
import { isProblem } from '../problems/text';
import { detailValues } from './fields';
import { form } from './form';

/** POST /checkout/{id}/details: keeps what was typed, right or wrong; the page says what is wrong with it. */
export const detailsForm = form(route('details'), async ({ foyer, checkout: { checkout }, fields }) => {
  const values = detailValues(fields, checkout.details.schema);
  return back(await foyer.heart.details(checkout.id, values, 'draft'), checkout.id);
});

/** POST /checkout/{id}/accept */
export const acceptForm = form(route('accept'), async ({ foyer, params, fields }) => {
  const version = Number(fields.get('version') ?? Number.NaN);
  if (!Number.isSafeInteger(version)) return problem('invalid');
  return back(await foyer.heart.accept(idOf(params), version), idOf(params));
});

/** POST /checkout/{id}/hold */
export const holdForm = form(route('hold'), async ({ foyer, params, counted }) => {
  const limited = await spend(foyer, 'holds', counted);
  return limited ?? back(await foyer.heart.hold(idOf(params)), idOf(params));
});

/** POST /checkout/{id}/extend */
export const extendForm = form(route('extend'), async ({ foyer, params }) =>
  back(await foyer.heart.extend(idOf(params)), idOf(params)),
);

/** POST /checkout/{id}/release */
export const releaseForm = form(route('release'), async ({ foyer, params }) =>
  back(await foyer.heart.release(idOf(params)), idOf(params)),
);

/** POST /checkout/{id}/check */
export const checkForm = form(route('check'), async ({ foyer, params }) =>
  back(await foyer.heart.check(idOf(params)), idOf(params)),
);

/** POST /checkout/{id}/pay: starts paying and leads to the page of its first step. */
export const payForm = form(route('pay'), async (context) => {
  const { foyer, checkout, fields, pairs } = context;
  const option = fields.get('option') ?? '';
  if (option === '') return problem('invalid');
  // A form without a key is a click of its own; the heart still joins an attempt that is under way.
  const key = `${fields.get('key') ?? randomUUID()}.${option}`.slice(0, 128);
  const chosen = pairs.filter(([name]) => name === 'instrument').map(([, value]) => value);
  const instrument = instrumentOf(foyer, checkout, option, chosen);
  const outcome = await beginAttempt(context, key, { option, instrument });
  if (isProblem(outcome)) return outcome;
  if (!outcome.ok) return fromRefused(outcome.problem);
  const attempt = activeAttempt(outcome.stored.checkout);
  const step = attempt?.status === 'open' ? attempt.step : null;
  return whereabouts(checkout.checkout.id, attempt?.id, step);
});

/** Every option's list of saved cards is sent along; the one of the chosen option counts. */
function instrumentOf(foyer: Foyer, { checkout }: Stored, option: string, chosen: readonly string[]) {
  const supplier = foyer.suppliers.get(checkout.supplier);
  if (!supplier || chosen.length === 0) return undefined;
  const options = paymentOptions(checkout, supplier, foyer.collectors.values());
  const known = options.find(({ id }) => id === option)?.instruments ?? [];
  const id = chosen.find((one) => known.some((instrument) => instrument.id === one));
  return id === undefined ? undefined : { kind: 'saved' as const, id };
}

type Params = Readonly<Record<string, string>>;

function route(verb: string) {
  return {
    path: `/checkout/{id}/${verb}`,
    access: 'checkout' as const,
    home: (params: Params) => `/checkout/${encodeURIComponent(idOf(params))}`,
  };
}

function idOf({ id = '' }: Params): string {
  return id;
}

function back(outcome: Outcome, id: string): string | Problem {
  return outcome.ok ? `/checkout/${id}` : fromRefused(outcome.problem);
}
