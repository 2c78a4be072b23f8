import { afterAll, beforeAll } from 'vitest';
import { bodies } from './cases/bodies';
import { canaries } from './cases/canaries';
import { cardDetails } from './cases/card-details';
import { crossSite } from './cases/cross-site';
import { headers } from './cases/headers';
import { hostile } from './cases/hostile';
import { json } from './cases/json';
import { limits } from './cases/limits';
import { paymentPages } from './cases/payment-pages';
import { redirects } from './cases/redirects';
import { returns } from './cases/returns';
import { storeAway } from './cases/store-away';
import { strangers } from './cases/strangers';
import { openSite, type Site } from './support/site';

/** Attacks over HTTP on the production build. One site for all of them; the search for canaries comes last. */
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const at = () => site;
for (const attack of [
  returns,
  paymentPages,
  strangers,
  crossSite,
  json,
  headers,
  hostile,
  redirects,
  limits,
  bodies,
  cardDetails,
  canaries,
  // Its fault is the only one that may stand in a log.
  storeAway,
])
  attack(at);
