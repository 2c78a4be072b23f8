import type { Context } from 'hono';
import type { World } from '../../../core/provider';
import { AdyenRefusal, unauthorised } from '../errors';
import { byClientKey, type Merchant } from '../merchants';
import type { Sim } from '../sim';

/** In the address of the API this lets the browser library do native 3D Secure over plain http. */
const HTTP_MARK = 'http://localhost:8080';

/** How a browser reached us: the address that it knows, and whether the library may ask the issuer within the page. */
export interface Way {
  /** Such as `http://127.0.0.1:4012/checkoutshopper`. */
  readonly base: string;
  readonly native: boolean;
}

/** The origin as browsers know it. Behind TLS under Adyen's own names it is the one that was asked for. */
export function outward(c: Context, world: World): string {
  const { hostname, host } = new URL(c.req.url);
  const tls = c.req.header('x-forwarded-proto') === 'https' && hostname.endsWith('.adyen.com');
  return tls ? `https://${host}` : world.origin('adyen');
}

export function wayOf(c: Context, world: World): Way {
  const origin = outward(c, world);
  return {
    base: `${origin}/checkoutshopper`,
    native: origin.startsWith('https:') || c.req.url.includes(HTTP_MARK),
  };
}

/**
 * The path of a request without what may follow `/checkoutshopper/` in the address of the API: the environment's name,
 * which the library looks for beside a `test_` key, and the mark.
 */
export function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.replace(/^(\/checkoutshopper\/)(test\/)?(-\/http:\/\/localhost:8080\/)?/, '$1');
}

/** Throws for a page of a site that the client key is not for; a page's own frames and no page at all are let in. */
export function admit(c: Context, world: World): void {
  const origin = c.req.header('origin');
  if (origin === undefined || origin === world.shopOrigin || origin === outward(c, world)) return;
  throw unauthorised(`Origin ${origin} is not allowed for this client key`);
}

/** The merchant behind a client key, from the address. */
export function merchantFor(key: string | undefined): Merchant {
  const merchant = byClientKey(key ?? '');
  if (!merchant) throw unauthorised('Invalid client key');
  return merchant;
}

export type ShopperHandler = (c: Context, sim: Sim) => Response | Promise<Response>;

/** Wraps a call of the browser library: its site, CORS, and errors with the four fields that the library shows. */
export function open(sim: Sim, handler: ShopperHandler): (c: Context) => Promise<Response> {
  return async (c) => {
    let answer: Response;
    try {
      admit(c, sim.world);
      answer = await handler(c, sim);
    } catch (error) {
      if (!(error instanceof AdyenRefusal)) throw error;
      answer = Response.json(error.body, { status: error.status });
    }
    answer.headers.set('access-control-allow-origin', sim.world.shopOrigin);
    answer.headers.set('vary', 'origin');
    return answer;
  };
}

/** The answer to the question that browsers ask before they post JSON to another site. */
export function preflight(shopOrigin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': shopOrigin,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type, accept',
      'access-control-max-age': '600',
      vary: 'origin',
    },
  });
}

/** The JSON of a call; what is none is answered as Adyen does. */
export async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new AdyenRefusal(400, '702', 'Problem while parsing JSON');
  }
}
