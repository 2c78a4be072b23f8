import { z } from 'zod';
import { invalid } from './errors';
import type { Form } from './form';

/** What calls may send. Forms carry text, so numbers and booleans are read from it; unknown names are refused. */

const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, 'integer')
  .transform(Number);
const boolean = z.enum(['true', 'false']).transform((text) => text === 'true');
const text = z.string().max(5000);
const anything = z.unknown();
const list = z.array(text).or(z.literal('').transform((): string[] => []));

const metadata = z.record(z.string().max(40), z.string().max(500)).or(z.literal('').transform(() => ({})));
const address = z.record(z.string(), text);
const billing = z
  .strictObject({ address, email: text, name: text, phone: text, tax_id: text })
  .partial()
  .transform(({ tax_id: _taxId, ...details }) => details);

const card = z.object({
  number: text,
  exp_month: integer,
  exp_year: integer,
  cvc: text.optional(),
});

export type CardParams = z.infer<typeof card>;

const cardOrToken = z.union([z.strictObject({ token: text }), card]);

const methodData = z.object({
  type: z.literal('card'),
  card: cardOrToken,
  billing_details: billing.optional(),
  metadata: metadata.optional(),
  allow_redisplay: anything.optional(),
});

/** Names that any call may carry: credentials of the browser script, and `expand`, which this sandbox ignores. */
const common = {
  key: text.optional(),
  _stripe_account: text.optional(),
  _stripe_version: text.optional(),
  client_secret: text.optional(),
  expand: list.optional(),
};

const confirmFields = {
  payment_method: text.optional(),
  payment_method_data: methodData.optional(),
  payment_method_options: anything.optional(),
  return_url: z.url().optional(),
  use_stripe_sdk: boolean.optional(),
  receipt_email: text.optional(),
  setup_future_usage: text.optional(),
  shipping: z.record(z.string(), z.unknown()).optional(),
  off_session: anything.optional(),
  error_on_requires_action: boolean.optional(),
  mandate: anything.optional(),
  mandate_data: anything.optional(),
};

const intentFields = {
  amount: integer,
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'currency')
    .transform((value) => value.toLowerCase()),
  application_fee_amount: anything.optional(),
  customer: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  on_behalf_of: anything.optional(),
  statement_descriptor: anything.optional(),
  statement_descriptor_suffix: anything.optional(),
  transfer_data: anything.optional(),
  transfer_group: anything.optional(),
};

const typeChoice = {
  automatic_payment_methods: anything.optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  payment_method_types: list.optional(),
};

export const schemas = {
  createIntent: z.strictObject({
    ...common,
    ...confirmFields,
    ...intentFields,
    ...typeChoice,
    confirm: boolean.optional(),
    confirmation_method: z.enum(['automatic', 'manual']).optional(),
  }),
  updateIntent: z.strictObject({
    ...common,
    ...intentFields,
    ...typeChoice,
    amount: intentFields.amount.optional(),
    currency: intentFields.currency.optional(),
    payment_method: text.optional(),
    payment_method_options: anything.optional(),
    receipt_email: text.optional(),
    setup_future_usage: text.optional(),
    shipping: confirmFields.shipping,
  }),
  confirmIntent: z.strictObject({ ...common, ...confirmFields }),
  captureIntent: z.strictObject({
    ...common,
    amount_to_capture: integer.optional(),
    metadata: metadata.optional(),
  }),
  cancelIntent: z.strictObject({
    ...common,
    cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
  }),
  createCharge: z.strictObject({
    ...common,
    ...intentFields,
    application_fee: anything.optional(),
    capture: boolean.optional(),
    receipt_email: text.optional(),
    shipping: confirmFields.shipping,
    source: text.optional(),
  }),
  captureCharge: z.strictObject({
    ...common,
    amount: integer.optional(),
    application_fee_amount: anything.optional(),
    receipt_email: text.optional(),
    statement_descriptor: anything.optional(),
    statement_descriptor_suffix: anything.optional(),
    transfer_data: anything.optional(),
    transfer_group: anything.optional(),
  }),
  createMethod: methodData.extend(common),
  createToken: z.object({
    ...common,
    card: card.extend({
      name: text.optional(),
      address_zip: text.optional(),
      address_country: text.optional(),
    }),
  }),
  createRefund: z.strictObject({
    ...common,
    charge: text.optional(),
    payment_intent: text.optional(),
    amount: integer.optional(),
    metadata: metadata.optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    reverse_transfer: anything.optional(),
    refund_application_fee: anything.optional(),
  }),
  customer: z.object({
    ...common,
    email: text.optional(),
    name: text.optional(),
    phone: text.optional(),
    description: text.optional(),
    metadata: metadata.optional(),
  }),
  endpoint: z.strictObject({
    ...common,
    url: z.url(),
    enabled_events: list,
    description: anything.optional(),
    api_version: anything.optional(),
    metadata: anything.optional(),
    connect: anything.optional(),
  }),
} as const;

export type Params<K extends keyof typeof schemas> = z.infer<(typeof schemas)[K]>;

/** `['card', 'number']` → `card[number]`, as Stripe names a nested parameter. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first = '', ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}

/** The refusal for the first thing that is wrong with a form. */
function refusal(issue: z.core.$ZodIssue, form: Form) {
  if (issue.code === 'unrecognized_keys') {
    const param = nameOf([...issue.path, issue.keys[0] ?? '']);
    return invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = nameOf(issue.path);
  const value = issue.path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    form,
  );
  if (value === undefined) {
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  if (issue.code === 'invalid_format' && issue.message === 'integer') {
    return invalid(`Invalid integer: ${String(value)}`, { code: 'parameter_invalid_integer', param });
  }
  return invalid(`Invalid ${param}: ${typeof value === 'string' ? value : issue.message}`, { param });
}

/** Reads a form by its schema, or throws what Stripe would answer. */
export function read<K extends keyof typeof schemas>(name: K, form: Form): Params<K> {
  const schema: z.ZodType<Params<K>> = schemas[name] as unknown as z.ZodType<Params<K>>;
  const result = schema.safeParse(form);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue ? refusal(issue, form) : invalid('Invalid request.');
}
