import { allowedCountries } from '../countries';
import { utc } from '../time';
import { ordersOf, type Transaction } from '../transaction/model';
import { type User, userWire } from '../users';
import { bundleWire, failureWire } from './bundle';
import { calloutWire } from './callout';
import { customerWire } from './customer';
import { Ordered } from './json';
import { orderWire } from './order';
import { currencyDetails, known, type Voice } from './voice';

const LANGUAGES = ['en-gb', 'en', 'en-us', 'nl'];

/** The languages: a list in the newer generation, comma-separated in the older. */
export function languages({ old }: Voice): string | string[] {
  return old ? LANGUAGES.join(',') : LANGUAGES;
}

/** What reserve.v1 answers when something is held. */
export function reservedWire(voice: Voice, transaction: Transaction): Record<string, unknown> {
  return {
    ...needsWire(transaction),
    ...currencyDetails(voice, currenciesOf(transaction)),
    input_contained_unavailable_order: transaction.unavailable,
    language_list: languages(voice),
    minutes_left_on_reserve: minutesLeft(voice, transaction),
    reserve_iso8601_date_and_time: utc(transaction.reservedMs),
    transaction_status: transaction.status,
    ...trolleyWire(voice, transaction, { debitors: true }),
    unreserved_orders: transaction.unreserved.map(({ order, comment }) =>
      orderWire(voice, order, { comment }),
    ),
  };
}

/** What purchase.v1 and callback.v1 answer at the end. */
export function finalWire(voice: Voice, transaction: Transaction): Record<string, unknown> {
  return known({
    ...(voice.old ? {} : currencyDetails(voice, currenciesOf(transaction))),
    customer: transaction.customer && customerWire(voice, transaction.customer),
    language_list: languages(voice),
    purchase_iso8601_date_and_time:
      transaction.purchasedMs === null ? undefined : utc(transaction.purchasedMs),
    reserve_iso8601_date_and_time: utc(transaction.reservedMs),
    reserve_user: voice.old ? undefined : userWire(transaction.user, transaction.subUser),
    transaction_status: transaction.status,
    // The older pages show a purchase's trolley under the newer name already.
    ...trolleyWire(voice, transaction, { purchase: true }),
  });
}

/** What status.v1 answers, at any stage. */
export function statusWire(voice: Voice, transaction: Transaction, user: User): Record<string, unknown> {
  const { status, customer, callout } = transaction;
  return known({
    ...(status === 'reserved' ? needsWire(transaction) : {}),
    ...currencyDetails(voice, currenciesOf(transaction)),
    customer:
      voice.params.flag('add_customer') && status === 'purchased' && customer
        ? customerWire(voice, customer)
        : undefined,
    language_list: languages(voice),
    minutes_left_on_reserve:
      status === 'reserved' || status === 'released' ? minutesLeft(voice, transaction) : undefined,
    moneyflow_channel_code: user.id,
    pending_callout:
      status === 'attempting' && callout ? calloutWire(voice, transaction, callout) : undefined,
    purchase_iso8601_date_and_time:
      transaction.purchasedMs === null ? undefined : utc(transaction.purchasedMs),
    remote_site: transaction.remoteSite,
    reserve_iso8601_date_and_time: utc(transaction.reservedMs),
    reserve_user: userWire(transaction.user, transaction.subUser),
    transaction_status: status,
    ...trolleyWire(voice, transaction, {
      debitors: status === 'reserved' || status === 'attempting',
      purchase: status === 'purchased' || status === 'failed',
    }),
  });
}

/** The currencies of a transaction's bundles. */
export function currenciesOf({ bundles }: Pick<Transaction, 'bundles'>) {
  return bundles.map(({ source }) => source.currency);
}

/** A transaction's trolley, by the name that the generation has for it. */
export function trolleyWire(
  voice: Voice,
  transaction: Transaction,
  how: { debitors?: boolean; purchase?: boolean },
): Record<string, unknown> {
  const { bundles, uuid } = transaction;
  const trolley = known({
    bundle: bundles.map((bundle) =>
      bundleWire(voice, bundle, { uuid, user: how.debitors ? transaction.user : undefined }),
    ),
    minutes_left_on_reserve: transaction.status === 'reserved' ? minutesLeft(voice, transaction) : undefined,
    purchase_result: how.purchase ? purchaseResult(transaction) : undefined,
    transaction_id: transaction.id ?? undefined,
    transaction_uuid: uuid,
    trolley_bundle_count: bundles.length,
    trolley_order_count: ordersOf(transaction).length,
  });
  return { [voice.old && !how.purchase ? 'reserved_trolley' : 'trolley_contents']: trolley };
}

function purchaseResult({ bundles }: Transaction): Record<string, unknown> | undefined {
  const results = bundles.flatMap(({ result }) => (result ? [result] : []));
  if (results.length === 0) return undefined;
  const good = results.filter(({ success }) => success).length;
  const failed = results.find(({ success }) => !success);
  return {
    success: good > 0,
    is_partial: good > 0 && good < results.length,
    ...(good === 0 && failed ? failureWire(failed) : {}),
  };
}

function minutesLeft({ desk }: Voice, { expiresMs }: Transaction): number {
  return Math.max(0, Math.round((expiresMs - desk.world.clock.now()) / 600) / 100);
}

/** What a purchase of this reservation will ask for. */
function needsWire(transaction: Transaction): Record<string, unknown> {
  const orders = ordersOf(transaction);
  return {
    accepted_payment_cards: {},
    allowed_countries: new Ordered(Object.entries(allowedCountries(orders.map(({ send }) => send)))),
    can_edit_address: true,
    needs_agent_reference: orders.some(({ event }) => event.needsAgentReference),
    needs_email_address: orders.some(({ event }) => event.needsEmail),
    needs_payment_card: false,
    prefilled_address: {},
    supports_billing_address: false,
  };
}
