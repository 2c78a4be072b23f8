import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as actRoute } from '@/app/qa/act/route';
import { POST as openRoute } from '@/app/qa/open/route';
import { newSession, SESSION_COOKIE } from '@/lib/api/access/session';
import { checkDetails } from '@/lib/checkout/details';
import { activeAttempt, moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { openStore, type Store } from '@/lib/db';
import { ownerOf } from '@/lib/qa/notes';
import { readOpened } from '@/lib/qa/opened';
import { scenariosWire } from '@/lib/qa/wire';
import { type BenchScenario, benchScenarios } from '@/sandbox/bench';
import { foyerOf } from '../support/api';
import { databaseFolder } from '../support/database';
import { FULL } from '../support/full';
import { JumpClock } from '../support/jump-clock';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { type Shop, shopOn } from '../support/shop';
import { posted, send } from './support/app';
import { setFoyer } from './support/current';

vi.mock('@/lib/foyer', () => import('./support/current'));

const databases = databaseFolder('qa');
let sandbox: TestSandbox;
let store: Store;
let shop: Shop;
beforeAll(async () => {
  sandbox = await testSandbox();
  store = await openStore(databases.url());
  const clock = new JumpClock(0, (offsetMs) => sandbox.clock(offsetMs));
  shop = shopOn({ basePort: sandbox.running.ports.control, store, clock, owner: 'qa' });
  setFoyer(foyerOf(shop, store, { SANDBOX_CONTROL_URL: sandbox.running.controlOrigin }));
});
afterAll(async () => {
  await shop.heart.door.drained(5000);
  await store.close();
  databases.remove();
  await sandbox.close();
});

const ctx = { traceId: 'qa', locale: 'en-GB', record: () => undefined };
const session = newSession();
const as = { id: session.id, cookie: `${SESSION_COOKIE}=${session.value}` };

/** Every checkout that was opened, as it was then. */
const pressed: Checkout[] = [];

/** Presses the button of a scenario: where it leads, and the checkout. */
async function press(scenario: string) {
  const response = await send(openRoute, { ...posted({ scenario }), as });
  expect(response.status).toBe(303);
  const [opened] = readOpened(/foyer-qa=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1]);
  const stored = opened && (await shop.heart.read(opened.id));
  if (stored) pressed.push(stored.checkout);
  return { place: response.headers.get('location') ?? '', opened, checkout: stored?.checkout };
}

/** Scenarios that one purchase meets are tried with the first of them; each by `npm run test:full`. */
function opening(opens: BenchScenario['buy']['opens']) {
  const all = benchScenarios().filter(({ buy }) => buy.opens === opens);
  const alike = ({ buy }: BenchScenario) => JSON.stringify(buy);
  const first = (one: BenchScenario) => all.find((other) => alike(other) === alike(one)) === one;
  return all.filter((one) => FULL || first(one)).map((scenario) => [scenario.id, scenario] as const);
}

const missing = ({ details: { schema, values } }: Checkout) => checkDetails(schema, values).errors;

describe('one click ends', () => {
  it.each(opening('till'))('at the till: %s', async (id, { buy }) => {
    const { place, opened, checkout } = await press(id);
    if (!checkout) throw new Error(`Nothing was opened: ${place}`);
    const attempt = activeAttempt(checkout);
    expect(place).toMatch(new RegExp(`^/checkout/${checkout.id}/(pay|go)/${attempt?.id}$`));
    expect(opened).toEqual({ id: checkout.id, scenario: id });
    expect(attempt).toMatchObject({ status: 'open', option: buy.option });
    expect(checkout).toMatchObject({ supplier: buy.supplier, accepted: true });
    expect(checkout.items).toHaveLength(buy.events.length);
    expect([ticketsOf(checkout), moneyOf(checkout), missing(checkout)]).toEqual(['held', 'none', []]);
  });

  it.each(opening('order'))('at the order, to be read first: %s', async (id) => {
    const { place, checkout } = await press(id);
    expect(place).toBe(`/checkout/${checkout?.id}`);
    if (!checkout || checkout.refusals.length > 0) return;
    expect([ticketsOf(checkout), missing(checkout)]).toEqual(['held', []]);
    expect(checkout.attempts).toEqual([]);
  });

  it.each(opening('event'))('at the event, to be chosen: %s', async (_, { buy }) => {
    const detail = await shop.deps.suppliers.get(buy.supplier)?.event(ctx, buy.events[0] ?? '', ctx.locale);
    expect(detail).toMatchObject({ ok: true });
  });

  it('nowhere for a scenario that there is not', async () => {
    const { place, opened } = await press('octo.nothing');
    expect([place, opened]).toEqual(['/qa?problem=not_found', undefined]);
  });
});

describe('a button beside it', () => {
  const act = async (purchase: string, title: string, cookie: string) => {
    const sent = posted({ purchase, title });
    const own = { ...as, cookie: `${as.cookie}; ${cookie}` };
    const response = await send(actRoute, { ...sent, as: own });
    return response.headers.get('location');
  };

  it('has somebody over there do something with this purchase', async () => {
    const { checkout } = await press('tikkie.pay.less');
    const id = checkout?.id ?? '';
    const cookie = `foyer-qa=${id}:tikkie.pay.less`;
    expect(await act(id, 'Somebody pays €1.00', cookie)).toBe('/qa');
    const { charges } = await sandbox.ledger();
    const mine = charges.filter((row) => checkout && ownerOf(checkout)(row));
    expect(mine).toMatchObject([{ provider: 'tikkie', captured: 100 }]);
    expect(await act(id, 'Somebody robs the bank', cookie)).toBe('/qa?problem=not_found');
    expect(await act('another', 'Somebody pays €1.00', cookie)).toBe('/qa?problem=not_found');
  });

  it('says so where there is nothing yet to do it with', async () => {
    const { checkout } = await press('musement.on-request-by-hand');
    const id = checkout?.id ?? '';
    const cookie = `foyer-qa=${id}:musement.on-request-by-hand`;
    expect(await act(id, 'The venue confirms', cookie)).toBe('/qa?problem=wrong_state');
  });

  it('ends where the page has words for it, and says nothing of an end that only a newer sandbox knows', () => {
    const asked = JSON.parse(JSON.stringify(benchScenarios()));
    const listed = scenariosWire.parse(asked);
    const wordless = listed.filter(({ ends, instead }) => [ends, ...Object.values(instead)].includes(null));
    expect(wordless).toEqual([]);
    expect(scenariosWire.parse([{ ...asked[0], ends: 'on the moon' }])).toMatchObject([{ ends: null }]);
  });

  it('names actions that there are', async () => {
    const later = benchScenarios().flatMap(({ buy }) => buy.later ?? []);
    expect(later.length).toBeGreaterThan(10);
    for (const { provider, action, args } of later) {
      const refused = sandbox.action(provider, action, 'nobody', args);
      await expect(refused).rejects.not.toThrow(/has no action/);
    }
  });
});

describe('the ledger beside it', () => {
  it('has every hold, booking and charge in one purchase, and in no other', async () => {
    const { holds, bookings, charges } = await sandbox.ledger();
    // What moved to another account of the supplier was let go of in the first.
    const rows = [...holds.filter(({ status }) => status !== 'released'), ...bookings, ...charges];
    const owners = pressed.map(ownerOf);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => owners.filter((owns) => owns(row)).length !== 1)).toEqual([]);
  });
});
