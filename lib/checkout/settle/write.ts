import { attentionOf } from '../attention';
import { Fault } from '../errors';
import { moneyOf, ticketsOf } from '../ledgers';
import type { Checkout, JournalEntry } from '../model';
import { returnKeysOf } from '../returns';
import { nextLook } from '../schedule';
import type { Stored, Write } from '../store';
import { tell } from '../tell';
import type { HeartDeps } from './deps';
import { LEASE_MS, type Lease } from './lease';
import { newsOf } from './news';

/** Thrown when another holder took over: whatever was about to be written is theirs to find out. */
export class LeaseLost extends Fault {
  constructor(id: string) {
    super('lease_lost', `Another process settles ${id} now`);
  }
}

type Extra = Partial<Pick<Write, 'journal' | 'used' | 'returnToken'>> & { readonly dueAt?: number | null };

/**
 * Writes one durable step: state with its history, used inputs, mails and next wake-up, all or nothing. What follows
 * from the state (who must look, what to tell, when to look again) is derived here and nowhere else.
 */
export async function writeStep(
  deps: HeartDeps,
  lease: Lease,
  before: Stored,
  after: Checkout,
  extra: Extra,
): Promise<Stored> {
  const now = deps.clock.now();
  const dated = { ...after, closingSince: closingSince(before.checkout, after, now) };
  const { checkout, mails } = tell({ ...dated, attention: attentionOf(dated, now) });
  const dueAt = extra.dueAt ?? (checkout.intent ? now + LEASE_MS : nextLook(checkout, now));
  const journal = [...(extra.journal ?? []), ...stateNews(before.checkout, checkout, now)];
  const mailNews = mails.map((mail): JournalEntry => ({ at: now, kind: 'mail', name: mail.kind }));
  const write: Write = {
    checkout,
    version: before.version,
    fence: lease.fence,
    dueAt,
    journal: [...journal, ...mailNews],
    used: extra.used ?? [],
    mails,
    returnToken: extra.returnToken,
    returnKeys: returnKeysOf(before.checkout, checkout),
  };
  const version = await persist(deps, write);
  if (version === null) throw new LeaseLost(checkout.id);
  if (deps.news) for (const one of newsOf(before.checkout, checkout)) deps.news(one);
  return { checkout, version, dueAt };
}

/** A supplier that does not confirm a release is found out by the time since the first try. */
function closingSince(before: Checkout, after: Checkout, now: number): number | undefined {
  if (after.closing === null) return undefined;
  return before.closing === null ? now : (before.closingSince ?? now);
}

/** The database may be away for a moment while we hold a supplier's answer: it is tried again before it is let go. */
async function persist({ store, clock, log }: HeartDeps, write: Write): Promise<number | null> {
  for (const pause of [100, 500, 2000]) {
    try {
      return await store.save(write);
    } catch {
      log('store.write_failed', { checkoutId: write.checkout.id });
      await clock.sleep(pause);
    }
  }
  return store.save(write);
}

function stateNews(before: Checkout, after: Checkout, now: number): readonly JournalEntry[] {
  const word = (checkout: Checkout) => `${ticketsOf(checkout)}/${moneyOf(checkout)}`;
  const news: JournalEntry[] = [];
  if (word(before) !== word(after)) news.push({ at: now, kind: 'state', name: word(after) });
  if (after.attention && after.attention.code !== before.attention?.code) {
    news.push({ at: now, kind: 'attention', name: after.attention.code });
  }
  return news;
}
