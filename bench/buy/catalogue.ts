import { z } from 'zod';

/** Of the shop's own API, as far as choosing needs it. */
export const eventShape = z.looseObject({
  performances: z.array(z.looseObject({ date: z.string() })).min(1),
});
export const offersShape = z.looseObject({
  offers: z.array(
    z.looseObject({ id: z.string(), ticketTypes: z.array(z.looseObject({ type: z.string() })) }),
  ),
});
