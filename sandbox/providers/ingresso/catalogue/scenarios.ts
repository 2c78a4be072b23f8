import { block, DAILY, general, normal, part, seats } from './parts';
import { COBO, VOUCH } from './sends';
import type { Behaviour, EventSpec, SourceCode } from './types';
import { VENUES } from './venues';

/** An event that is there for what happens to it. Ids start with SC. */
function scenario(
  id: string,
  title: string,
  info: string,
  behaviour: Behaviour,
  more: Partial<EventSpec> = {},
): EventSpec {
  const source: SourceCode = 'ext_test0';
  return {
    id,
    title,
    source,
    venue: VENUES.crystal,
    classes: { scenario: 'Sandbox scenarios' },
    minutes: 60,
    days: DAILY,
    times: ['18:00', '21:00'],
    dated: true,
    seated: false,
    capacity: 200,
    maxSeats: 6,
    types: general(normal(2000, 250)),
    sends: [COBO],
    info,
    facts: {},
    popularity: 1,
    poster: { motif: 'blocks', colours: ['#e9edf0', '#7a8794', '#2a333d'] },
    behaviour,
    ...more,
  };
}

const SEATED = {
  seated: true,
  choice: { contiguous: false, singles: 'always' },
  types: [part('STALLS', 'Stalls', seats('A', normal(2000, 250), ...block('ABC', 10)))],
} as const satisfies Partial<EventSpec>;

/** Outcomes that are chosen by choosing the event. */
export const SCENARIO_EVENTS: readonly EventSpec[] = [
  scenario('SC01', 'Scenario: two pages, one after another', 'Two redirects by GET.', {
    callouts: { hops: 2 },
  }),
  scenario('SC03', 'Scenario: three pages, by GET and POST in turn', 'Three redirects.', {
    callouts: { hops: 3, method: 'mixed' },
  }),
  scenario('SC09', 'Scenario: nine pages', 'More redirects than a shop should follow.', {
    callouts: { hops: 9 },
  }),
  scenario('SC10', 'Scenario: a payment page opened by POST', 'One redirect by POST.', {
    callouts: { method: 'post' },
  }),
  scenario(
    'SC11',
    'Scenario: parameters in an order of their own',
    'Parameters 10, 2 and b, in this order.',
    {
      callouts: { ordered: true },
    },
  ),
  scenario(
    'SC12',
    'Scenario: a page on nobody’s list',
    'The redirect leads to an address that is not allowed.',
    {
      callouts: { foreign: true },
    },
  ),
  scenario('SC13', 'Scenario: back by a cross-site POST', 'The payment page returns with a form.', {
    callouts: { returnsBy: 'post' },
  }),
  scenario(
    'SC14',
    'Scenario: parameters that must come back whole',
    'Repeated, empty and encoded parameters.',
    {
      callouts: { echoes: true },
    },
  ),
  scenario(
    'SC15',
    'Scenario: the bank asks on its own page',
    'A card with 3-D Secure leads to the bank and back.',
    {
      asksBank: true,
    },
  ),
  scenario('SC16', 'Scenario: a card token gets lost', 'Asked for again in the shop, without a redirect.', {
    losesToken: true,
  }),
  scenario('SC20', 'Scenario: the supplier refuses', 'Paid for, and then refused; the money goes back.', {
    purchaseFails: 'always',
  }),
  scenario(
    'SC21',
    'Scenario: the other supplier refuses',
    'Buy it together with an event of another supplier: only part of it is booked.',
    { purchaseFails: 'always' },
    { source: 'ext_test2', sends: [VOUCH] },
  ),
  scenario('SC22', 'Scenario: two minutes', 'The supplier takes two minutes to confirm.', {
    slowMs: 120_000,
  }),
  scenario('SC23', 'Scenario: eight seconds', 'The supplier takes eight seconds to confirm.', {
    slowMs: 8_000,
  }),
  scenario('SC30', 'Scenario: gone a moment ago', 'Looks available and cannot be reserved.', {
    reserveFails: 'The tickets were sold a moment ago.',
  }),
  scenario('SC31', 'Scenario: dearer than it looked', 'Ten percent more when it is reserved.', {
    risesPercent: 10,
  }),
  scenario('SC32', 'Scenario: a short hold', 'Held for a minute only.', { holdMs: 60_000 }),
  scenario(
    'SC33',
    'Scenario: one other seat',
    'Ask for B5 and get another seat for it.',
    { loseSeat: 'B5' },
    SEATED,
  ),
  scenario('SC34', 'Scenario: the supplier is down', 'Empty availability; nothing can be reserved.', {
    backendDown: true,
  }),
  scenario(
    'SC35',
    'Scenario: a short hold in euros',
    'Held for a minute only, and paid for elsewhere.',
    { holdMs: 60_000 },
    { source: 'ext_test3' },
  ),
  scenario(
    'SC40',
    'Scenario: cannot be cancelled after all',
    'A cancellation is tried at the supplier and fails.',
    { cancelFails: true },
    { cancellable: true },
  ),
];
