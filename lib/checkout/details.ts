import type { ErrorObject } from 'ajv/dist/2020';
import type { FieldError } from './heart';
import type { Json, JsonObject } from './json';
import { createValidators } from './validators';

/** Some kilobytes each; a supplier that asks about items by their id has a schema a checkout. */
const validator = createValidators(500);

export interface CheckedDetails {
  /** Trimmed, and without anything that was not asked for or must not be kept. */
  readonly values: JsonObject;
  readonly errors: readonly FieldError[];
}

/**
 * Checks a customer's details against the supplier's JSON Schema. `rule` of an error is the schema keyword, `required`
 * for what is missing or empty, `card_number` for a card number typed where none belongs: that value is dropped, not kept.
 */
export function checkDetails(schema: JsonObject, values: JsonObject): CheckedDetails {
  const cardPaths: string[] = [];
  const kept = tidy(values, '', cardPaths) as JsonObject;
  const validate = validator(schema);
  const valid = validate(kept);
  const errors = valid ? [] : (validate.errors ?? []).map(toFieldError);
  const cards = cardPaths.map((path) => ({ path, rule: 'card_number' }));
  return { values: kept, errors: unique([...cards, ...errors]) };
}

/** Paths of required details that are not there yet, such as `/customer/email`. */
export function missingDetails(schema: JsonObject, values: JsonObject): readonly string[] {
  return checkDetails(schema, values).errors.map((error) => error.path);
}

function toFieldError(error: ErrorObject): FieldError {
  if (error.keyword === 'required') {
    return { path: `${error.instancePath}/${String(error.params.missingProperty)}`, rule: 'required' };
  }
  const rule = error.keyword === 'format' ? String(error.params.format) : error.keyword;
  return { path: error.instancePath, rule };
}

/** One error a field: the first says enough. */
function unique(errors: readonly FieldError[]): readonly FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const error of errors) if (!byPath.has(error.path)) byPath.set(error.path, error);
  return [...byPath.values()];
}

/** Marks that reorder or hide text; the joiners that scripts and emoji need stay, line breaks too. */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** Trims texts, drops empty ones (so that `required` speaks of them) and card numbers. */
function tidy(value: Json, path: string, cardPaths: string[]): Json | undefined {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').replace(INVISIBLE, '').trim();
    if (looksLikeCard(text) && !/phone/i.test(path)) {
      cardPaths.push(path);
      return undefined;
    }
    return text === '' ? undefined : text;
  }
  if (Array.isArray(value))
    return value.map((entry, index) => tidy(entry, `${path}/${index}`, cardPaths) ?? null);
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([key, entry]) => [key, tidy(entry, `${path}/${key}`, cardPaths)] as const,
    );
    return Object.fromEntries(
      entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined),
    );
  }
  return value;
}

/** 13 to 19 digits with a right check digit: a card number, which must never be stored or logged. */
function looksLikeCard(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const double = Number(digit) * 2;
    return total + (index % 2 === 0 ? Number(digit) : double > 9 ? double - 9 : double);
  }, 0);
  return sum % 10 === 0;
}
