import Database from 'better-sqlite3';
import type { Site } from './site';

/** Reads the shop's database as its file shows it, past every door. */
export function rows<T>(site: Site, sql: string, ...values: readonly (string | number)[]): T[] {
  const database = new Database(`${site.data}/foyer.db`, { readonly: true });
  try {
    return database.prepare(sql).all(...values) as T[];
  } finally {
    database.close();
  }
}

/** The newest return token of a checkout; it is in no answer of the shop. */
export function tokenOf(site: Site, id: string): string {
  const found = rows<{ token: string }>(site, 'select token from return_tokens where checkout_id = ?', id);
  const token = found.at(-1)?.token;
  if (!token) throw new Error('There is no token yet');
  return token;
}

/** Everything of a checkout that a request could have changed: its state without the looks, and what came for it. */
export function standing(site: Site, id: string) {
  const [row] = rows<{ tickets: string; money: string }>(
    site,
    'select tickets, money from checkouts where id = ?',
    id,
  );
  return row;
}

/** How often something was asked of us to be done: commands and intents in the history of a checkout. */
export function acts(site: Site, id: string): number {
  const sql = "select count(*) as n from journal where checkout_id = ? and kind in ('command', 'intent')";
  return rows<{ n: number }>(site, sql, id)[0]?.n ?? 0;
}
