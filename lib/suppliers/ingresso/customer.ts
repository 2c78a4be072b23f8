import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import type { Pair } from './calls';
import type { IngressoConfig } from './config';
import type { HoldMemo } from './memo';

const text = z.string().min(1).optional();

const values = z.object({
  customer: z.object({
    title: text,
    firstName: z.string().min(1),
    initials: text,
    lastName: z.string().min(1),
    suffix: text,
    email: text,
    phone: z.string().min(1),
    homePhone: text,
    workPhone: text,
    addressLineOne: text,
    addressLineTwo: text,
    town: text,
    county: text,
    postcode: text,
    country: text,
    billingPostcode: text,
    supplierMayWrite: z.boolean().optional(),
    partnerMayWrite: z.boolean().optional(),
    othersMayWrite: z.boolean().optional(),
  }),
});
type Customer = z.infer<typeof values>['customer'];

/** What the customer typed; null while details are missing. */
export function customerIn(json: JsonObject): Customer | null {
  const parsed = values.safeParse(json);
  return parsed.success ? parsed.data.customer : null;
}

/**
 * The customer as purchase.v1 takes them; null while details are missing. Empty values are left out: an empty text is
 * not the same as none over there. The checkout's id goes along as the partner's own reference, under both of its names.
 */
export function customerPairs(
  checkout: Checkout,
  hold: HoldMemo,
  config: IngressoConfig,
): readonly Pair[] | null {
  const customer = customerIn(checkout.details.values);
  if (!customer) return null;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['title', customer.title],
    ['first_name', customer.firstName],
    ['initials', customer.initials],
    ['last_name', customer.lastName],
    ['suffix', customer.suffix],
    ['phone', customer.phone],
    ['home_phone', customer.homePhone],
    ['work_phone', customer.workPhone],
    ['email_address', emailOf(customer, hold, config)],
    ...addressOf(customer, hold, config),
    ['agent_reference', checkout.id],
    ['agent_ref', checkout.id],
    ['supplier_can_use_customer_data', answer(customer.supplierMayWrite)],
    ['user_can_use_customer_data', answer(customer.partnerMayWrite)],
    ['world_can_use_customer_data', answer(customer.othersMayWrite)],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function answer(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A partner who keeps addresses to themselves gives none, or their own where Ingresso insists. */
function emailOf({ email }: Customer, { needsEmail }: HoldMemo, config: IngressoConfig): string | undefined {
  if (config.shareEmail) return email ?? (needsEmail ? (config.fallbackEmail ?? undefined) : undefined);
  return needsEmail ? (config.fallbackEmail ?? undefined) : undefined;
}

type Row = readonly [string, string | undefined];

/** Ingresso's own where it says so, else what the customer typed, else the partner's: never two of them mixed. */
function addressOf(customer: Customer, hold: HoldMemo, { address }: IngressoConfig): readonly Row[] {
  if (hold.address) return Object.entries(hold.address);
  const { addressLineOne: one, addressLineTwo: two, town, county, postcode, country } = customer;
  if (one || two || town || postcode || !address) {
    return rowsOf({
      lineOne: one ?? two,
      lineTwo: two,
      town,
      county,
      postcode,
      country: country ?? address?.country,
    });
  }
  return rowsOf(address);
}

function rowsOf(address: Partial<NonNullable<IngressoConfig['address']>>): readonly Row[] {
  return [
    ['address_line_one', address.lineOne],
    ['address_line_two', address.lineTwo],
    ['town', address.town],
    ['county', address.county],
    ['postcode', address.postcode],
    ['country_code', address.country],
  ];
}
