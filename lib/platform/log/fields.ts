/**
 * The closed list of what a log line may carry, each with the shape its value must have. A name that is not here is
 * dropped; so is a value of another shape: a name alone is no proof, since a token ends up in `code` sooner or later.
 */

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const flag = (value: unknown): value is boolean => typeof value === 'boolean';

/** Our ids, suppliers' references, trace ids: one word, and none of the shapes that open something. */
const id = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(value) && !TOKEN.test(value);

/** Providers' secrets as they look: `tok_…`, `sk_test_…`, `pi_x_secret_y`, JWTs. */
const TOKEN = /(^|_)(tok|sk|rk|pk|whsec|secret)_|^ey[A-Za-z0-9_-]{10,}\./;

/** A name from our own vocabulary: states, codes, outcomes. */
const word = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_.:-]{0,59}$/.test(value) && !TOKEN.test(value);

/** The pattern of a route, such as `/c/[token]`; a path that was asked for holds tokens, and fits no pattern. */
const route = (value: unknown): value is string =>
  typeof value === 'string' && /^(\/([a-z.-]{1,24}|\[[\w.]{1,24}\]|\{\w{1,24}\}))+$|^\/$/.test(value);

const httpMethod = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{3,7}$/.test(value);

const currency = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{3}$/.test(value);

export const FIELDS = {
  // which
  checkoutId: id,
  attemptId: id,
  stepId: id,
  reference: id,
  traceId: id,
  requestId: id,
  owner: id,
  supplier: word,
  method: word,
  collector: word,
  option: word,
  partner: word,
  system: word,
  host: word,
  call: word,
  verb: word,
  // how it stands
  tickets: word,
  money: word,
  from: word,
  to: word,
  step: word,
  code: word,
  outcome: word,
  attention: word,
  kind: word,
  variable: word,
  // HTTP
  route,
  httpMethod,
  status: finite,
  // how much
  ms: finite,
  count: finite,
  tries: finite,
  port: finite,
  version: finite,
  amount: finite,
  due: finite,
  captured: finite,
  refunded: finite,
  refundDue: finite,
  currency,
  safe: flag,
} as const;

type Guarded<F> = F extends (value: unknown) => value is infer T ? T : never;

/** What a log line may carry. Absent and undefined are the same. */
export type LogFields = { readonly [Name in keyof typeof FIELDS]?: Guarded<(typeof FIELDS)[Name]> | null };

/** Keeps what is on the list and fits; answers it with the names that were dropped, so that the loss is seen. */
export function allowed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const fits = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof typeof FIELDS] : undefined;
    if (fits?.(value)) kept[name] = value;
    // Names come from our code; one that does not look like it might be data used as a key.
    else dropped.push(/^[A-Za-z]\w{0,29}$/.test(name) ? name : '?');
  }
  if (dropped.length > 0) kept.dropped = dropped;
  return kept;
}
