import { z } from 'zod';

/** An order to the sandbox's control port, which is given as it is. */
const order = z.union([
  z.object({
    provider: z.string(),
    action: z.string(),
    id: z.string(),
    args: z.record(z.string(), z.unknown()).optional(),
  }),
  z.object({ fault: z.record(z.string(), z.unknown()) }),
]);

/** What somebody over there does with a purchase that is there: an action on its group or one of its rows. */
const later = z.object({
  title: z.string(),
  provider: z.string(),
  action: z.string(),
  args: z.record(z.string(), z.unknown()).optional(),
});

/** The purchase in which a scenario is met, as the sandbox's list of scenarios has it. */
export const purchase = z.object({
  supplier: z.string(),
  option: z.string(),
  events: z.array(z.string()).min(1),
  /**
   * Where the customer takes over: at the page to pay on, at the order with its details filled in, or before anything is
   * chosen.
   */
  opens: z.enum(['till', 'order', 'event']),
  /** By the labels of the ticket types; the fewest that can be bought where it is left out. */
  tickets: z.record(z.string(), z.int().positive()).optional(),
  /** 0 is Sunday. */
  weekday: z.int().min(0).max(6).optional(),
  offer: z.string().optional(),
  /** By the names on the plan. */
  seats: z.array(z.string()).optional(),
  delivery: z.string().optional(),
  promoCode: z.string().optional(),
  /** By the names of the details. */
  details: z.record(z.string(), z.string()).optional(),
  first: z.array(order).optional(),
  later: z.array(later).optional(),
});

export type Purchase = z.infer<typeof purchase>;
export type Later = z.infer<typeof later>;
export type Order = z.infer<typeof order>;
