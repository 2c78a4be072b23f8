import { nextDelay, retryAfter } from '../components/checkout/poll-schedule';
import { hold, payFor, untilBooked, Visitor } from './shop';
import { CONTROL, SHOP, STRIPE } from './stage';

/** Visitors who wait while the supplier keeps them waiting: what they cost the shop, and what they cost the supplier. */
export interface Waiting {
  readonly visitors: number;
  readonly checkouts: number;
  readonly seconds: number;
  readonly shopReads: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly supplierReads: number;
}

/** Event whose bookings wait for the sandbox's word. */
const HELD_BACK = 'T911';

/** Many tabs on fewer checkouts that are paid and not booked yet, polling as the page does, for some seconds. */
export async function waitTogether(visitors: number, checkouts: number, seconds: number): Promise<Waiting> {
  const buyers: { visitor: Visitor; id: string; paid: Awaited<ReturnType<typeof payFor>> }[] = [];
  for (let n = 0; n < checkouts; n += 1) {
    const visitor = new Visitor(SHOP);
    const { id } = await hold(visitor, HELD_BACK);
    const paid = await payFor(visitor, id, STRIPE);
    await visitor.call('POST', `/api/checkouts/${id}/attempts/${paid.attempt}/results`, {
      step: paid.step,
      data: { outcome: 'succeeded', intent: paid.intent },
    });
    buyers.push({ visitor, id, paid });
  }
  const before = await basketReads();
  const counts = { reads: 0, unchanged: 0, failed: 0 };
  const end = Date.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: visitors }, (_, n) => {
      const buyer = buyers[n % buyers.length];
      return buyer ? poll(buyer.visitor, buyer.id, end, counts) : undefined;
    }),
  );
  const supplierReads = (await basketReads()) - before;
  await sendWebhooks();
  for (const { visitor, id, paid } of buyers) await untilBooked(visitor, id, paid);
  return {
    visitors,
    checkouts,
    seconds,
    shopReads: counts.reads,
    unchanged: counts.unchanged,
    failed: counts.failed,
    supplierReads,
  };
}

/** One tab: asks with the version it has, as often as the page does. */
async function poll(
  visitor: Visitor,
  id: string,
  end: number,
  counts: { reads: number; unchanged: number; failed: number },
): Promise<void> {
  let etag = '';
  let look = 0;
  let floorMs = 0;
  for (;;) {
    await pause(nextDelay(look++, floorMs, Math.random));
    if (Date.now() >= end) return;
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
  }
}

async function basketReads(): Promise<number> {
  const ledger = (await (await fetch(`${CONTROL}/ledger`)).json()) as {
    calls: { provider: string; method: string; path: string }[];
  };
  return ledger.calls.filter(
    ({ provider, method, path }) => provider === 'tickitto' && method === 'GET' && path === '/api/basket/',
  ).length;
}

/** Lets every held-back booking go. */
async function sendWebhooks(): Promise<void> {
  const ledger = (await (await fetch(`${CONTROL}/ledger`)).json()) as {
    charges: { group: string; status: string }[];
  };
  for (const { group } of ledger.charges) {
    await fetch(`${CONTROL}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'tickitto', action: 'send-webhook', id: group }),
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
