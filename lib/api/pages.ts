import 'server-only';

export type * from './page-types';
export { basketsForPage, chosenForPage, lineCount } from './pages/baskets';
export { checkoutForPage, handOverForPage, payForPage, returnForPage } from './pages/checkout';
export { eventForPage, eventsForPage, offersForPage, suppliersForPage } from './pages/events';
export { opsCheckoutForPage, opsForPage } from './pages/ops';
export { shopName } from './pages/shop';
