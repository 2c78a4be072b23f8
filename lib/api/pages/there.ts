import 'server-only';
import type { Foyer } from '@/lib/foyer';
import { pickLocale } from '@/lib/i18n/locale';
import { ownCheckout } from '../access';
import { callerOf } from '../access/caller';
import { OPS_COOKIE, operatorOf } from '../access/operator';
import { eventOf } from '../catalogue';
import { named } from '../ops';

/** What a document is asked for with. `part` is a segment of its path, decoded. */
interface Asked {
  readonly foyer: Foyer;
  readonly cookie: (name: string) => string | undefined;
  readonly acceptLanguage: string | null;
}

type Door = readonly [RegExp, (asked: Asked, first: string, second: string) => Promise<boolean> | boolean];

/** Pages that are there for some and not for others, each with the very question that the page itself asks again. */
const DOORS: readonly Door[] = [
  [/^\/checkout\/([^/]+)(?:\/(?:pay|go)\/[^/]+)?$/, ownsCheckout],
  [/^\/return\/([^/]+)\/status$/, async ({ foyer }, token) => (await foyer.store.returned(token)) !== null],
  [/^\/events\/([^/]+)\/([^/]+)$/, knowsEvent],
  [/^\/ops$/, ({ foyer }) => foyer.config.app.opsKey !== null],
  [/^\/ops\/([^/]+)$/, mayOperate],
  [/^\/basket$/, hasBaskets],
];

/**
 * Whether a page of this path will have anything to show to this reader. Asked before it is rendered, because a page
 * that finds out while it is rendered is answered without a word in its HTML: only scripts could show that it is not
 * there. Never the guard itself: each page asks again.
 */
export async function isThere(path: string, asked: Asked): Promise<boolean> {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const [pattern, opens] of DOORS) {
    const match = pattern.exec(plain);
    if (match) return opens(asked, decoded(match[1]), decoded(match[2]));
  }
  return true;
}

async function ownsCheckout({ foyer, cookie }: Asked, id: string): Promise<boolean> {
  return (await ownCheckout(foyer, callerOf(new Headers(), cookie, foyer.config), id)) !== null;
}

/** The answer is kept for the page, which asks the same a moment later. */
async function knowsEvent(
  { foyer, acceptLanguage }: Asked,
  supplierId: string,
  id: string,
): Promise<boolean> {
  const supplier = foyer.suppliers.get(supplierId);
  if (!supplier) return false;
  const locale = pickLocale(acceptLanguage);
  const ctx = { traceId: crypto.randomUUID(), locale, record: () => undefined };
  const answer = await eventOf(supplier, ctx, id);
  return answer.ok || answer.code !== 'not_found';
}

/** There for everybody, as far as the store answers. */
async function hasBaskets({ foyer, cookie }: Asked): Promise<boolean> {
  const caller = callerOf(new Headers(), cookie, foyer.config);
  if (caller.kind === 'browser') await foyer.store.openBaskets(caller.id);
  return true;
}

/** Whoever is not logged in gets the login, whatever the order. */
async function mayOperate({ foyer, cookie }: Asked, id: string): Promise<boolean> {
  if (foyer.config.app.opsKey === null) return false;
  const operator = await operatorOf(foyer, new Headers(), (name) =>
    name === OPS_COOKIE ? cookie(name) : undefined,
  );
  if (operator === null) return true;
  return (await named(foyer, id)) !== null;
}

/** A segment as a page gets it; what is no encoding of anything names nothing. */
function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
