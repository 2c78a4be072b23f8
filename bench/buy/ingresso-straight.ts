import { randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { payers } from '../../tests/contract/payers';
import { arrival, walk } from '../../tests/contract/walk';
import { originOf, SHOP } from '../stage';
import type { Lap } from './types';

type Pairs = readonly (readonly [string, string])[];

/** Accounts of the sandbox: the first holds, the others take money in their own way. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'ingresso.stripe': 'demo-stripe',
  'ingresso.redirect': 'demo-redirect',
};

const CUSTOMER: Pairs = [
  ['first_name', 'Ada'],
  ['last_name', 'Lovelace'],
  ['phone', '+442087599036'],
  ['email_address', 'ada@example.com'],
  ['address_line_one', '1 Sandbox Street'],
  ['town', 'London'],
  ['postcode', 'EC1A 1AA'],
  ['country_code', 'uk'],
];

const performances = z.looseObject({
  results: z.looseObject({ performance: z.array(z.looseObject({ perf_id: z.string() })) }),
});
const availability = z.looseObject({
  availability: z.looseObject({
    ticket_type: z.array(
      z.looseObject({
        ticket_type_code: z.string(),
        price_band: z.array(z.looseObject({ price_band_code: z.string() })),
      }),
    ),
  }),
});
const trolley = z.looseObject({ trolley_token: z.string() });
const debitor = z.looseObject({
  debitor_integration_data: z.looseObject({ publishable_key: z.string().optional() }).optional(),
});
const bundle = z.looseObject({ bundle_source_code: z.string(), debitor: debitor.optional() });
const reserved = z.looseObject({
  trolley_contents: z.looseObject({ transaction_uuid: z.string(), bundle: z.array(bundle) }),
});
type Bundle = z.infer<typeof bundle>;
const outcome = z.looseObject({
  transaction_status: z.string().optional(),
  callout: z
    .looseObject({
      callout_destination_url: z.string(),
      callout_type: z.enum(['get', 'post']),
      callout_parameters: z.record(z.string(), z.string()),
    })
    .optional(),
});

/** The calls that the shop makes for a purchase, in its order: with a second account the hold moves there first. */
export async function straightPurchase(event: string, option: string, lap: Lap): Promise<void> {
  const order = await choose(event);
  lap('choose');
  const first = await reserve('demo', order);
  lap('hold');
  const other = ACCOUNTS[option];
  if (other) await ask(z.unknown(), 'demo', 'release', [['transaction_uuid', first.uuid]]);
  const user = other ?? 'demo';
  const { uuid, bundles } = other ? await reserve(other, order) : first;
  if (option === 'ingresso.redirect') return onPage(user, uuid, lap);
  lap('start');
  const tokens = option === 'ingresso.stripe' ? await tokensFor(bundles) : [];
  lap('pay');
  booked(await purchase(user, uuid, tokens));
  lap('book');
}

async function onPage(user: string, uuid: string, lap: Lap): Promise<void> {
  const token = randomUUID();
  const returns: Pairs = [
    ['return_token', token],
    ['return_url', `${SHOP}/return/${token}`],
    ['client_http_user_agent', 'Mozilla/5.0'],
    ['client_http_accept', 'text/html'],
  ];
  const { callout } = await purchase(user, uuid, returns);
  if (!callout) throw new Error('Ingresso sends nobody to a payment page');
  lap('start');
  const back = await walk(
    {
      kind: 'redirect',
      id: '',
      url: callout.callout_destination_url,
      httpMethod: callout.callout_type === 'get' ? 'GET' : 'POST',
      fields: Object.entries(callout.callout_parameters),
    },
    'good',
  );
  lap('pay');
  const { query, body } = arrival.parse(back).params;
  const pairs = [query, body].flat() as [string, string][];
  booked(await ask(outcome, user, `callback.v1/this.${token}/next.${randomUUID()}`, pairs));
  lap('book');
}

function booked(answer: z.infer<typeof outcome>): void {
  if (answer.transaction_status !== 'purchased') throw new Error(`Ingresso: ${answer.transaction_status}`);
}

async function choose(event: string): Promise<Pairs> {
  const { results } = await ask(performances, 'demo', 'performances', [
    ['event_id', event],
    ['page_len', '200'],
  ]);
  for (let tries = 0; tries < 20; tries += 1) {
    const perf = results.performance[randomInt(results.performance.length)]?.perf_id ?? '';
    const { availability: answer } = await ask(availability, 'demo', 'availability', [['perf_id', perf]]);
    const [type] = answer.ticket_type;
    const [band] = type?.price_band ?? [];
    if (!type || !band) continue;
    return [
      ['perf_id', perf],
      ['ticket_type_code', type.ticket_type_code],
      ['price_band_code', band.price_band_code],
      ['no_of_seats', '1'],
    ];
  }
  throw new Error(`There is nothing to be had of ${event}`);
}

async function reserve(user: string, order: Pairs): Promise<{ uuid: string; bundles: readonly Bundle[] }> {
  const { trolley_token } = await ask(trolley, user, 'trolley', order);
  const { trolley_contents } = await ask(reserved, user, 'reserve', [['trolley_token', trolley_token]]);
  return { uuid: trolley_contents.transaction_uuid, bundles: trolley_contents.bundle };
}

function purchase(user: string, uuid: string, more: Pairs) {
  return ask(outcome, user, 'purchase', [['transaction_uuid', uuid], ...CUSTOMER, ...more]);
}

/** A token for each bundle, as the card form makes them. */
async function tokensFor(bundles: readonly Bundle[]): Promise<Pairs> {
  const data = await payers['stripe-token']?.(
    originOf,
    {
      charges: bundles.map(({ bundle_source_code: key, debitor: one }) => ({
        key,
        publishableKey: one?.debitor_integration_data?.publishable_key ?? '',
        label: key,
        amount: 100,
        currency: 'GBP',
        exponent: 2,
      })),
      billing: {},
      scriptUrl: `${originOf('stripe')}/endive/stripe.js`,
    },
    'good',
  );
  const { tokens } = z.object({ tokens: z.record(z.string(), z.string()) }).parse(data);
  return Object.entries(tokens).map(([source, token]) => [`${source}_callback/stripeToken`, token] as const);
}

const READS = new Set(['performances', 'availability', 'trolley', 'status']);

async function ask<T>(schema: z.ZodType<T>, user: string, name: string, pairs: Pairs): Promise<T> {
  const form = new URLSearchParams(pairs.map(([key, value]) => [key, value]));
  const path = `/f13/${name.includes('.v1') ? name : `${name}.v1`}`;
  const reads = READS.has(name);
  const answer = await fetch(`${originOf('ingresso')}${path}${reads ? `?${form}` : ''}`, {
    method: reads ? 'GET' : 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${user}:demopass`).toString('base64')}` },
    body: reads ? undefined : form,
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  return schema.parse(await answer.json());
}
