import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';

/*
 * What Ingresso's JSON is made of. Two generations of it are about (2017 and since 2018) and both are read. Optional keys
 * are absent; an empty text stands for "no value". Amounts are numbers in major units, never texts.
 */

/** An amount in major units. Absent when it cannot be read: what must not be guessed is refused by the mapping. */
export const money = lenient(z.number().nonnegative());
export const flag = lenient(z.boolean());
export const count = lenient(z.int().nonnegative());
/** A code, or something that nobody is shown. */
export const word = lenient(z.string().max(20_000));
/** Text that people read. */
export const shown = (max: number) => lenient(text(max));

/** A list whose odd members are left out. */
export const listOf = <T>(schema: z.ZodType<T>) =>
  lenient(
    z.array(z.unknown()).transform((rows) =>
      rows.flatMap((row) => {
        const read = schema.safeParse(row);
        return read.success ? [read.data] : [];
      }),
    ),
  );

/** `currency_factor` makes minor units of a number. */
export const currencyWire = z.looseObject({
  currency_code: z.string().regex(/^[A-Za-z]{3}$/),
  currency_factor: lenient(z.int().positive()),
  currency_number: count,
  currency_places: count,
  currency_pre_symbol: word,
  currency_post_symbol: word,
});
export type CurrencyWire = z.infer<typeof currencyWire>;

/** Currencies of an answer by their code (since 2018; before, they stand inside the bundle). */
export const currencyDetails = lenient(z.record(z.string(), currencyWire));

/** Read, and kept on the server: a customer has no business with it. */
export const commissionWire = z.looseObject({
  amount_excluding_vat: money,
  amount_including_vat: money,
  commission_currency: lenient(currencyWire),
  commission_currency_code: word,
});

/** `{error_code, error_desc}` in place of an answer, whatever the HTTP status. */
export const errorWire = z.looseObject({
  error_code: z.int(),
  error_desc: lenient(z.string().max(2000)),
  error_key: word,
});
