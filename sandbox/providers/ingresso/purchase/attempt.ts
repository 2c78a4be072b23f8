import { type Answer, ok, pageOf } from '../answers';
import type { Call, Desk } from '../desk';
import { bad, gone, Refusal } from '../refusals';
import { bundleTotal } from '../transaction/ledger';
import type { Bundle, Page, Transaction } from '../transaction/model';
import { refresh } from '../transaction/reserve';
import { calloutAnswer } from '../wire/callout';
import { finalWire } from '../wire/transaction';
import { type Voice, voiceOf } from '../wire/voice';
import { buy, refuse } from './buy';
import { closeCallout, planOf, saysYes } from './callouts';
import { readCustomer } from './customer';
import type { Callout } from './model';
import { bankAnswer, type Means, pay, type Refused } from './pay';
import { nextReturnPoint, type ReturnPoint, readReturnPoint } from './return-point';

/** The answer to a purchase: where to send the customer, or how it ended. It is kept for the archive. */
export async function purchase(call: Call, transaction: Transaction): Promise<Page> {
  const { desk, params, user } = call;
  if (transaction.status === 'released') throw gone('the reservation has expired or was released');
  if (transaction.status !== 'reserved') throw bad('the purchase of this transaction was attempted before');
  return archived(desk, transaction, async () => {
    const customer = readCustomer(params, transaction);
    const point = readReturnPoint(desk, params, user);
    const tokens = tokensOf(call, transaction.bundles);
    const missing = transaction.bundles.find((one) => bundleTotal(one) > 0 && !tokens.has(one.source.code));
    if (user.payment === 'stripe' && missing && !point)
      throw bad(`${missing.source.code}_callback/stripeToken is required`);
    // From here on nobody else can buy or release it: nothing was awaited since its status was looked at.
    transaction.status = 'attempting';
    transaction.customer = customer;
    transaction.addressLineTwo = params.text('address_line_two') ?? '';
    transaction.remoteSite = params.text('remote_site') ?? '';
    for (const [source, token] of tokens) transaction.tokens.set(source, token);
    for (const { source, orders } of transaction.bundles)
      if (orders.some(({ event }) => event.behaviour?.losesToken)) transaction.tokens.delete(source.code);
    return proceed(desk, voiceOf(call), transaction, point);
  });
}

/** What a customer brought back from a callout. The caller has spent its token. */
export async function answerCallout(
  call: Call,
  transaction: Transaction,
  callout: Callout,
  nextToken: string,
): Promise<Page> {
  const { desk, params } = call;
  closeCallout(desk, transaction, callout);
  return archived(desk, transaction, async () => {
    const voice = voiceOf(call);
    const bundle = transaction.bundles.find(({ source }) => source.code === callout.source);
    if (!bundle) throw gone();
    const over = params.flag('is_tsw_callout_timeout_callback');
    const point = nextReturnPoint({ token: callout.token, url: callout.returnUrl }, nextToken);
    if (callout.wantsToken) {
      const token = params.text('stripeToken');
      if (!token || over) return refusedBy(desk, voice, transaction, bundle, over);
      transaction.tokens.set(bundle.source.code, token);
      return proceed(desk, voice, transaction, point);
    }
    if (callout.intent && !over) {
      const refused = await bankAnswer(desk, bundle, callout.intent);
      if (!refused) return proceed(desk, voice, transaction, point);
      await refuse(desk, transaction, refused);
      return ok(finalWire(voice, transaction));
    }
    if (over || !saysYes(callout, params)) return refusedBy(desk, voice, transaction, bundle, over);
    bundle.callouts.done += 1;
    return proceed(desk, voice, transaction, point);
  });
}

/** Ends a callout that nobody answers any more. */
export async function abandon(desk: Desk, voice: Voice, transaction: Transaction): Promise<void> {
  const { callout } = transaction;
  const bundle = transaction.bundles.find(({ source }) => source.code === callout?.source);
  if (!callout || !bundle) return;
  closeCallout(desk, transaction, callout);
  await archived(desk, transaction, () => refusedBy(desk, voice, transaction, bundle, true));
}

async function proceed(
  desk: Desk,
  voice: Voice,
  transaction: Transaction,
  point: ReturnPoint | null,
): Promise<Answer> {
  const means: Means = { point, abandoned: () => abandon(desk, voice, transaction) };
  const paid = await payOrKeep(desk, transaction, means);
  if ('callout' in paid) return ok(calloutAnswer(voice, transaction, paid.callout));
  if ('refused' in paid) await refuse(desk, transaction, paid.refused);
  else await buy(desk, transaction);
  return ok(finalWire(voice, transaction));
}

/** A payment provider that cannot be reached leaves the reservation as it was, for the shop to try again. */
async function payOrKeep(desk: Desk, transaction: Transaction, means: Means) {
  try {
    return await pay(desk, transaction, means);
  } catch (error) {
    if (!transaction.bundles.some(({ payment }) => payment.state === 'authorised')) {
      transaction.status = 'reserved';
      refresh(desk, transaction);
    } else await refuse(desk, transaction, { bundle: firstUnpaid(transaction), failure: UNREACHABLE });
    throw error;
  }
}

const UNREACHABLE: Refused['failure'] = {
  reason: 'auth_failure',
  error: 'could not connect to the payment provider',
  comment: 'connection failed',
};

function firstUnpaid({ bundles }: Transaction): Bundle {
  const bundle = bundles.find(({ payment }) => payment.state === 'none') ?? bundles[0];
  if (!bundle) throw new Error('A transaction has a bundle.');
  return bundle;
}

async function refusedBy(
  desk: Desk,
  voice: Voice,
  transaction: Transaction,
  bundle: Bundle,
  over: boolean,
): Promise<Answer> {
  const [reason, error] = over
    ? ['callout_timeout', 'the customer did not come back']
    : ['auth_failure', 'payment was refused on the payment page'];
  const threeDSecure = bundle.callouts.done > 0 && !over && (planOf(desk, bundle).hops ?? 1) > 1;
  const failure = { reason, error, comment: error, ...(threeDSecure ? { threeDSecure: true as const } : {}) };
  await refuse(desk, transaction, { bundle, failure });
  return ok(finalWire(voice, transaction));
}

/** Tokens that came with the call, by source: `{source}_callback/stripeToken`. */
function tokensOf({ params }: Call, bundles: readonly Bundle[]): Map<string, string> {
  const found = bundles.flatMap(({ source }): [string, string][] => {
    const token = params.text(`${source.code}_callback/stripeToken`);
    return token ? [[source.code, token]] : [];
  });
  return new Map(found);
}

/** Keeps the answer as it is sent, refusals of the customer's data included. */
async function archived(desk: Desk, transaction: Transaction, work: () => Promise<Answer>): Promise<Page> {
  try {
    transaction.purchasePage = pageOf(desk, await work());
    return transaction.purchasePage;
  } catch (error) {
    if (error instanceof Refusal) {
      const body = { error_code: error.code, error_desc: error.message };
      transaction.purchasePage = pageOf(desk, {
        status: error.status,
        body: error.key ? { ...body, error_key: error.key } : body,
      });
    }
    throw error;
  }
}
