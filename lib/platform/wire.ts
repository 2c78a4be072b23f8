import { z } from 'zod';

/*
 * What the suppliers' schemas have in common: objects are loose and enums open, because a field or status that a supplier
 * adds must not stop a sale; amounts are strict, because a wrong one would.
 */

/** Control characters, and those that turn the direction of what follows; joiners stay, because names need them. */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Text for people or a name of something: printable, and never longer than `max`. */
export const text = (max: number) =>
  z.string().transform((value) =>
    value
      .replace(UNPRINTABLE, (run) => (/\s/.test(run) ? '\n' : ''))
      .slice(0, max)
      .trim(),
  );

/** Reads what fits and treats the rest as absent: for everything that a sale does not hang on. */
export const lenient = <T>(schema: z.ZodType<T>) => schema.nullish().catch(null);
