import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import { getFoyer } from '@/lib/foyer';
import { pickLocale } from '@/lib/i18n/locale';
import { secured } from '@/lib/platform/security/answers';
import { type Admitted, admit } from '../http/admit';
import { BODY_LIMIT, readBytes } from '../http/body';
import { cookieOf } from '../http/cookies';
import { logAnswer, logFault } from '../http/log';
import type { Access } from '../http/operation';
import { cameFrom } from '../http/origin';
import { seeOther } from '../http/reply';
import { Problem, problem } from '../problems/problem';
import { problemResponse } from '../problems/respond';
import { lastValues } from './fields';

/** A form of our own pages, posted without JavaScript. */
export interface FormRoute<A extends Access> {
  readonly path: string;
  readonly access: A;
  /** The page that a problem is shown on. */
  readonly home: (params: Params) => string;
}

export interface FormContext<A extends Access> extends Admitted {
  readonly foyer: Foyer;
  readonly locale: string;
  readonly params: Params;
  readonly fields: ReadonlyMap<string, string>;
  readonly pairs: readonly (readonly [string, string])[];
  readonly checkout: A extends 'checkout' ? Stored : null;
  readonly operator: A extends 'operator' ? string : null;
  /** A cookie that came with the form. */
  cookie(name: string): string | undefined;
  /** Adds a Set-Cookie to the answer. */
  setCookie(line: string): void;
}

type Params = Readonly<Record<string, string>>;

/**
 * A form route: takes a urlencoded post of our own pages and always ends in a 303 to one of them, never off the site:
 * a browser enforces `form-action` on redirects too, after the work is done. `run` answers where to go.
 */
export function form<A extends Access>(
  route: FormRoute<A>,
  run: (context: FormContext<A>) => Promise<string | Problem>,
) {
  return async (request: Request, args: { params: Promise<unknown> }): Promise<Response> => {
    const started = performance.now();
    const requestId = randomUUID();
    const foyer = await getFoyer();
    const locale = pickLocale(request.headers.get('accept-language'));
    const { publicUrl } = foyer.config.app;
    if (cameFrom(request.headers, publicUrl) !== 'here')
      return refused(foyer, { requestId, locale, started, path: route.path });
    const params = (await args.params) as Params;
    const cookies: string[] = [];
    const asked = { foyer, request, requestId, locale, cookies };
    const goal = await aim(foyer, requestId, async () => {
      const admitted = await admit({ access: route.access, method: 'POST' }, asked, params);
      if (admitted instanceof Problem) return admitted;
      const pairs = await readForm(request);
      if (pairs instanceof Problem) return pairs;
      const context = { ...admitted, foyer, locale, params, pairs, fields: lastValues(pairs) };
      // What `admit` found is what the route's own access says.
      return run({
        ...context,
        cookie: (name: string) => cookieOf(request.headers, name),
        setCookie: (line: string) => cookies.push(line),
      } as unknown as FormContext<A>);
    });
    const place = goal instanceof Problem ? withProblem(route.home(params), goal) : goal;
    const response = secured(seeOther(place), publicUrl);
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
    const ms = performance.now() - started;
    logAnswer(foyer, { path: route.path, method: 'POST' }, { requestId, status: 303, ms, reply: goal });
    return response;
  };
}

interface Refusal {
  readonly requestId: string;
  readonly locale: string;
  readonly started: number;
  readonly path: string;
}

/** Another site's form gets no redirect into ours. */
function refused(foyer: Foyer, { requestId, locale, started, path }: Refusal): Response {
  const { publicUrl } = foyer.config.app;
  const reply = problem('cross_origin');
  const ms = performance.now() - started;
  logAnswer(foyer, { path, method: 'POST' }, { requestId, status: 403, ms, reply });
  return secured(problemResponse(reply, locale, publicUrl), publicUrl);
}

async function aim(foyer: Foyer, requestId: string, work: () => Promise<string | Problem>) {
  try {
    return await work();
  } catch (fault) {
    logFault(foyer, requestId, fault);
    return problem('internal');
  }
}

/** A stranger's page shows its own 404, whatever the address says besides. */
function withProblem(home: string, { code }: Problem): string {
  return `${home}${home.includes('?') ? '&' : '?'}problem=${code}`;
}

async function readForm(request: Request): Promise<(readonly [string, string])[] | Problem> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const bytes = await readBytes(request, BODY_LIMIT);
  if (bytes instanceof Problem) return bytes;
  if (bytes.byteLength > 0 && type !== 'application/x-www-form-urlencoded') return problem('body_type');
  return [...new URLSearchParams(new TextDecoder().decode(bytes))];
}
