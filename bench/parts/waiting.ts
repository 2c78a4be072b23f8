import { nextDelay, retryAfter } from '../../components/checkout/poll-schedule';
import { buyUntilPaid, until } from '../buy/through';
import { tickittoWay } from '../buy/tickitto';
import { act, ledger, readsOf } from '../measure/ledger';
import { type Spread, spread } from '../measure/spread';
import { SHOP } from '../stage';
import { round } from '../text';
import { Visitor } from '../visitor';

const VISITORS = 1000;
const CHECKOUTS = 100;
const SECONDS = Number(process.env.BENCH_WAIT_SECONDS ?? 30);
/** Event whose bookings wait for the sandbox's word. */
const HELD_BACK = 'T911';
const BASKET = '/api/basket/';

interface Waited extends Spread {
  readonly reads: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Visitors who wait while the supplier keeps them waiting: what they cost the shop, and what they cost the supplier. */
export async function waiting(): Promise<string> {
  const buyers = await paidAndNotBooked();
  const before = await readsOf('tickitto', BASKET);
  const crowd = await poll(buyers, VISITORS);
  const supplierReads = (await readsOf('tickitto', BASKET)) - before;
  for (const { group } of (await ledger()).charges) await act('tickitto', 'send-webhook', group);
  for (const { visitor, id } of buyers) await until(visitor, id, ({ tickets }) => tickets === 'booked');
  const perCheckout = supplierReads / CHECKOUTS;
  return `## Waiting

${VISITORS.toLocaleString('en-GB')} visitors wait on ${CHECKOUTS} paid checkouts for ${SECONDS} s and poll as the page does, while the supplier says nothing new:

- the shop answered ${crowd.reads.toLocaleString('en-GB')} reads (${round(crowd.reads / SECONDS)} a second), ${crowd.unchanged.toLocaleString('en-GB')} of them with 304 and ${crowd.failed} not at all; p50 ${round(crowd.p50)} ms, p99 ${round(crowd.p99)} ms;
- the supplier was read ${supplierReads.toLocaleString('en-GB')} times: ${round(perCheckout)} a checkout in ${SECONDS} s, however many look at it. A checkout without any visitor is looked at as often.`;
}

type Buyer = Readonly<{ visitor: Visitor; id: string }>;

async function paidAndNotBooked(): Promise<readonly Buyer[]> {
  const buyers: Buyer[] = [];
  while (buyers.length < CHECKOUTS) {
    const visitor = new Visitor(SHOP);
    const { id, tell } = await buyUntilPaid(visitor, tickittoWay(HELD_BACK));
    await tell();
    buyers.push({ visitor, id });
  }
  return buyers;
}

async function poll(buyers: readonly Buyer[], visitors: number): Promise<Waited> {
  const counts = { reads: 0, unchanged: 0, failed: 0, times: [] as number[] };
  const end = performance.now() + SECONDS * 1000;
  const tabs = Array.from({ length: visitors }, (_, n) => buyers[n % buyers.length]);
  await Promise.all(tabs.map((buyer) => buyer && watch(buyer, end, counts)));
  return { ...counts, ...spread(counts.times) };
}

/** One tab: asks with the version it has, as often as the page does. */
async function watch(
  { visitor, id }: Buyer,
  end: number,
  counts: { reads: number; unchanged: number; failed: number; times: number[] },
): Promise<void> {
  let etag = '';
  let look = 0;
  let floorMs = 0;
  for (;;) {
    await pause(nextDelay(look++, floorMs, Math.random));
    const at = performance.now();
    if (at >= end) return;
    const known: Record<string, string> = etag ? { 'if-none-match': etag } : {};
    const answer = await visitor.call('GET', `/api/checkouts/${id}`, undefined, known).catch(() => null);
    counts.reads += 1;
    // As the page: no answer is no news, and the next look will tell.
    if (!answer?.ok && answer?.status !== 304) counts.failed += 1;
    if (!answer) continue;
    if (answer.status === 304) counts.unchanged += 1;
    etag = answer.headers.get('etag') ?? etag;
    floorMs = retryAfter(answer.headers);
    await answer.arrayBuffer();
    counts.times.push(performance.now() - at);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
