import type { Context, MiddlewareHandler } from 'hono';
import type { Partner } from './clients';
import type { Desk } from './desk';
import { CURRENCIES } from './money';
import { Refusal, unauthenticated } from './refusals';

/** What the headers of a call come to. */
export interface MusementVariables {
  Variables: { partner: Partner; currency: string };
}

/** Price lists of this sandbox; codes of life are by agreement. */
const MARKETS = ['us', 'gb', 'it', 'fr', 'de', 'es', 'nl'];

/** The application, asked for on every call, login included; market and currency where they are sent. */
export const headers: MiddlewareHandler<MusementVariables> = async (c, next) => {
  if (!c.req.header('x-musement-application')) {
    throw new Refusal(
      400,
      '2271',
      "The header 'x-musement-application' is mandatory, contact us to get your own value.",
    );
  }
  const market = c.req.header('x-musement-market');
  if (market !== undefined && !MARKETS.includes(market))
    throw new Refusal(400, '-1', 'Unknown market code was provided.');
  const currency = c.req.header('x-musement-currency') ?? 'USD';
  if (!CURRENCIES.includes(currency)) throw new Refusal(400, '-1', 'Unknown currency code was provided.');
  c.set('currency', currency);
  await next();
};

/** The bearer; whoever has none, or one that is over, is told to log in again by 1401. */
export function bearer(desk: Desk): MiddlewareHandler<MusementVariables> {
  return async (c, next) => {
    c.set('partner', partnerOf(desk, c));
    await next();
  };
}

function partnerOf(desk: Desk, c: Context): Partner {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const partner = desk.store.tokens.partner(token, desk.world.clock.now());
  if (!partner) throw unauthenticated();
  return partner;
}
