import type { Endpoint } from './types';

/** Buying, coming back from a redirect, cancelling. */
export const purchaseEndpoints: Readonly<Record<string, Endpoint>> = {};
