import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Foyer, getFoyer } from '@/lib/foyer';
import { pickLocale } from '@/lib/i18n/locale';
import { secured } from '@/lib/platform/security/answers';
import { Problem, problem } from '../problems/problem';
import { problemResponse } from '../problems/respond';
import { admit } from './admit';
import type { Context } from './context';
import { logAnswer, logFault } from './log';
import type { Access, Operation, Schema } from './operation';
import { parseRequest } from './parse';
import { JsonReply, type Reply } from './reply';

/** What Next hands to a route besides the request. */
interface RouteArguments {
  readonly params: Promise<unknown>;
}

/** A route handler of Next that carries its description; the OpenAPI document and a test read that. */
export interface Call {
  (request: Request, route: RouteArguments): Promise<Response>;
  readonly operation: Operation;
}

/**
 * The one way to write a call. In this order, cheapest refusal first: origin, parameters, access, body, then the
 * use-case. A problem becomes `application/problem+json`; a fault becomes a 500 that says nothing about itself.
 */
export function call<
  B extends Schema = undefined,
  Q extends Schema = undefined,
  P extends Schema = undefined,
  A extends Access = Access,
>(operation: Operation<B, Q, P, A>, run: (context: Context<B, Q, P, A>) => Promise<Reply>): Call {
  const handle = async (request: Request, route: RouteArguments): Promise<Response> => {
    const requestId = randomUUID();
    const started = performance.now();
    const foyer = await getFoyer();
    const locale = pickLocale(request.headers.get('accept-language'));
    const cookies: string[] = [];
    const reply = await answer(foyer, requestId, async () => {
      const asked = { foyer, request, requestId, locale, cookies };
      const given = await parseRequest(operation, asked, route.params, (params) =>
        admit(operation, asked, params),
      );
      // What `parseRequest` and `admit` fill in is what the operation's own schemas and access say.
      return given instanceof Problem ? given : run(given as unknown as Context<B, Q, P, A>);
    });
    const response = respond(reply, { requestId, locale, cookies, publicUrl: foyer.config.app.publicUrl });
    logAnswer(foyer, operation, {
      requestId,
      status: response.status,
      ms: performance.now() - started,
      reply,
    });
    return response;
  };
  return Object.assign(handle, { operation: operation as Operation });
}

async function answer(foyer: Foyer, requestId: string, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (fault) {
    logFault(foyer, requestId, fault);
    return problem('internal');
  }
}

interface Envelope {
  readonly requestId: string;
  readonly locale: string;
  readonly cookies: readonly string[];
  readonly publicUrl: string;
}

/** Every answer is private and uncached unless it says otherwise itself. */
function respond(reply: Reply, { requestId, locale, cookies, publicUrl }: Envelope): Response {
  const response = secured(rendered(reply, locale, publicUrl), publicUrl);
  const { headers } = response;
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  headers.set('X-Request-Id', requestId);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return response;
}

function rendered(reply: Reply, locale: string, publicUrl: string): Response {
  if (reply instanceof Problem) return problemResponse(reply, locale, publicUrl);
  if (!(reply instanceof JsonReply)) return reply;
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { 'Content-Type': 'application/json', ...reply.headers },
  });
}
