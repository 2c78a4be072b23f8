import 'server-only';
import { cookies } from 'next/headers';
import { getFoyer } from '@/lib/foyer';
import { OPS_COOKIE, operatorOf } from '../access/operator';
import { named } from '../ops';
import type { OpsCheckoutPage, OpsPage } from '../page-types';
import { opsCheckoutView, opsRowView } from '../view/ops';

const MOST = 200;

/** What needs a person, or the login; null where operators have no key: then there is no such page. */
export async function opsForPage(): Promise<OpsPage | null> {
  const foyer = await getFoyer();
  if (foyer.config.app.opsKey === null) return null;
  const operator = await loggedIn();
  if (operator === null) return { kind: 'login' };
  const rows = await foyer.store.needingAttention(MOST);
  return { kind: 'list', operator, rows: rows.map((stored) => opsRowView(stored, foyer.now())) };
}

/** One checkout with its history, found by id or by the reference that a customer reads out. */
export async function opsCheckoutForPage(idOrReference: string): Promise<OpsCheckoutPage | null> {
  const foyer = await getFoyer();
  if (foyer.config.app.opsKey === null) return null;
  const operator = await loggedIn();
  if (operator === null) return { kind: 'login' };
  const stored = await named(foyer, idOrReference);
  if (!stored) return null;
  const journal = await foyer.store.journal(stored.checkout.id);
  return { kind: 'checkout', operator, checkout: opsCheckoutView(foyer, stored, journal) };
}

async function loggedIn(): Promise<string | null> {
  const [foyer, jar] = await Promise.all([getFoyer(), cookies()]);
  return operatorOf(foyer, new Headers(), (name) => (name === OPS_COOKIE ? jar.get(name)?.value : undefined));
}
