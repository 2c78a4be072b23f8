import type { OffersView } from '@/lib/api/page-types';

/** One offer, as the API tells it. */
export type OfferData = Extract<OffersView, { offers: unknown }>['offers'][number];
