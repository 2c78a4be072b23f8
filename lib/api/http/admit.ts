import 'server-only';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import { ownCheckout } from '../access';
import { type Caller, callerOf } from '../access/caller';
import { operatorOf } from '../access/operator';
import { newSession, sessionCookie } from '../access/session';
import { countedAs } from '../limits';
import { type Problem, problem } from '../problems/problem';
import { cookieOf } from './cookies';
import { clientFacts, networkOf } from './network';
import type { Operation } from './operation';
import { cameFrom } from './origin';

/** A request on its way to its use-case. */
export interface Asked {
  readonly foyer: Foyer;
  readonly request: Request;
  readonly requestId: string;
  readonly locale: string;
  /** Set-Cookie lines for the answer. */
  readonly cookies: string[];
}

/** Who was let in, and to what. */
export interface Admitted {
  readonly caller: Caller;
  readonly checkout: Stored | null;
  readonly operator: string | null;
  readonly counted: ReturnType<typeof countedAs>;
  readonly client: ReturnType<typeof clientFacts>;
}

/** Whether this caller may make this call at all. Unknown and not yours are the same 404. */
export async function admit(
  { access, method }: Pick<Operation, 'access' | 'method'>,
  asked: Asked,
  params: unknown,
): Promise<Admitted | Problem> {
  const { foyer, request, cookies } = asked;
  const cookie = (name: string) => cookieOf(request.headers, name);
  const known = callerOf(request.headers, cookie, foyer.config);
  const operator = access === 'operator' ? await operatorOf(foyer, request.headers, cookie) : null;
  if (access === 'operator' && operator === null) return problem('not_found');
  const refused = method === 'GET' || access === 'outside' ? null : foreign(asked, known, operator !== null);
  if (refused) return refused;
  const caller = access === 'session' && known.kind === 'nobody' ? newBrowser(cookies) : known;
  const checkout = access === 'checkout' ? await ownCheckout(foyer, caller, idOf(params)) : null;
  if (access === 'checkout' && !checkout) return problem('not_found');
  const client = clientFacts(request.headers, foyer.config.app.trustedHops);
  return { caller, checkout, operator, client, counted: countedAs(caller, networkOf(client.ip)) };
}

/** A changing call comes from our own pages, or from a server that has a key. */
function foreign({ foyer, request }: Asked, caller: Caller, operator: boolean): Problem | null {
  switch (cameFrom(request.headers, foyer.config.app.publicUrl)) {
    case 'here':
      return null;
    case 'elsewhere':
      return problem('cross_origin');
    case 'server': {
      if (caller.kind === 'partner' || operator) return null;
      return problem('key_required', { headers: { 'WWW-Authenticate': 'Bearer realm="Foyer"' } });
    }
  }
}

function newBrowser(cookies: string[]): Caller {
  const session = newSession();
  cookies.push(sessionCookie(session));
  return { kind: 'browser', id: session.id };
}

function idOf(params: unknown): string {
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
}
