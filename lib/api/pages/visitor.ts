import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import type { CallContext } from '@/lib/checkout/supplier';
import { type Foyer, getFoyer } from '@/lib/foyer';
import { pickLocale } from '@/lib/i18n/locale';
import { type Caller, callerOf } from '../access/caller';

/** Who looks at a page, and what a supplier's call on their behalf is made with. */
export interface Visitor {
  readonly foyer: Foyer;
  readonly caller: Caller;
  readonly locale: string;
  readonly ctx: CallContext;
}

/** Reads the request that is being rendered: this makes a page dynamic, which every page of a checkout is. */
export async function visitor(): Promise<Visitor> {
  const [foyer, jar, head] = await Promise.all([getFoyer(), cookies(), headers()]);
  const locale = pickLocale(head.get('accept-language'));
  return {
    foyer,
    // A page has one reader, the browser: keys of partners count in the API only.
    caller: callerOf(new Headers(), (name) => jar.get(name)?.value, foyer.config),
    locale,
    ctx: { traceId: randomUUID(), locale, record: () => undefined },
  };
}
