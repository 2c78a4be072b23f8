import { Fault } from '@/lib/checkout/errors';
import type { Json } from '@/lib/checkout/json';

/** JSON that was read, or why it is none. `why` never quotes the text. */
export type ReadJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly why: JsonRefusal };

export type JsonRefusal = 'not_json' | 'too_deep' | 'too_many_keys';

/** `keys` counts the keys of all objects and the entries of all arrays together. */
export interface JsonLimits {
  readonly depth: number;
  readonly keys: number;
}

/** Suppliers' catalogues are long but not deep; what is deeper would only wear out the reader's stack. */
const SUPPLIER: JsonLimits = { depth: 64, keys: Number.POSITIVE_INFINITY };

/** Keys in the order of the text, for objects whose keys JavaScript would put in another order. */
const ORDER = new WeakMap<object, readonly string[]>();

/**
 * Reads JSON from text without losing what `JSON.parse` loses: an integer beyond 2^53 becomes a string of its digits,
 * {@link entriesInOrder} tells the order of keys that look like integers, and keys called `__proto__` are left out.
 * Everything else is as `JSON.parse` has it. Of a key that is there twice the last one counts, as there.
 */
export function readJson(text: string, limits: JsonLimits = SUPPLIER): ReadJson {
  // Most texts have nothing to lose, and the engine's own reader is many times faster.
  if (limits === SUPPLIER && !LOSSY.test(text)) {
    try {
      return { ok: true, value: JSON.parse(text) as Json };
    } catch {
      return { ok: false, why: 'not_json' };
    }
  }
  try {
    return { ok: true, value: new Reader(text, limits).read() };
  } catch (error) {
    if (error instanceof Fault && isRefusal(error.code)) return { ok: false, why: error.code };
    throw error;
  }
}

/** The entries of an object that {@link readJson} made, in the order of the text. */
export function entriesInOrder(value: unknown): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const object = value as { readonly [key: string]: Json };
  const keys = ORDER.get(object) ?? Object.keys(object);
  return keys.map((key) => [key, object[key] ?? null] as const);
}

/** Keys whose values are text only because their digits do not fit a number. */
const BARE = new WeakMap<object, Set<string>>();

/** Whether what {@link readJson} made a text of digits of was a number in the text: whoever echoes it, echoes a number. */
export function isBareInteger(object: unknown, key: string): boolean {
  return typeof object === 'object' && object !== null && (BARE.get(object)?.has(key) ?? false);
}

/** An integer of any length that goes out as a number; JavaScript's own would be rounded beyond 2^53. */
export class BareInteger {
  constructor(readonly digits: string) {
    if (!/^(0|[1-9]\d*)$/.test(digits)) throw new Fault('bad_integer', 'Not an integer in digits.');
  }
}

/** JSON text as `JSON.stringify` writes it, with the digits of every {@link BareInteger} as they are. */
export function writeJson(value: unknown): string {
  const found: string[] = [];
  // A name that no text can contain by chance, because it is made anew for each.
  const mark = `bare-${crypto.randomUUID()}-`;
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (!(part instanceof BareInteger)) return part;
    return `${mark}${found.push(part.digits) - 1}`;
  });
  if (found.length === 0) return text;
  return text.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, at: string) => found[Number(at)] ?? '0');
}

/** Sixteen digits in a row, a key of digits only, the word `proto`, and escapes that may hide either. */
const LOSSY = /\d{16}|"\d+"\s*:|__proto__|\\u00[3567]/i;

const isRefusal = (code: string): code is JsonRefusal =>
  code === 'not_json' || code === 'too_deep' || code === 'too_many_keys';

const refuse = (why: JsonRefusal) => new Fault(why, 'The text is refused.');

// Unrolled: an alternation under a star takes stack for every character of a long text.
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = /[ \t\n\r]*/y;

/** Recursive descent over one text; native code reads strings and numbers. */
class Reader {
  private at = 0;
  private keys = 0;

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
  ) {}

  read(): Json {
    const value = this.value(0);
    this.take(BLANK);
    if (this.at < this.text.length) throw refuse('not_json');
    return value;
  }

  private value(depth: number): Json {
    this.take(BLANK);
    const first = this.text[this.at];
    if (first === '{') return this.object(depth + 1);
    if (first === '[') return this.array(depth + 1);
    if (first === '"') return this.string();
    const word = this.take(WORD);
    if (word) return word === 'null' ? null : word === 'true';
    return this.number();
  }

  private object(depth: number): Json {
    this.enter(depth);
    const made: Record<string, Json> = {};
    const order: string[] = [];
    if (!this.skip('}')) {
      do {
        this.take(BLANK);
        const key = this.string();
        if (!this.skip(':')) throw refuse('not_json');
        const value = this.member(made, key, depth);
        this.count();
        if (key === '__proto__') continue;
        if (!Object.hasOwn(made, key)) order.push(key);
        made[key] = value;
      } while (this.skip(','));
      if (!this.skip('}')) throw refuse('not_json');
    }
    if (order.some((key) => /^\d+$/.test(key))) ORDER.set(made, order);
    return made;
  }

  /** A value of an object. A text that stands there without quotes is a number that would not have fitted one. */
  private member(made: object, key: string, depth: number): Json {
    this.take(BLANK);
    const bare = this.text[this.at] !== '"';
    const value = this.value(depth);
    if (bare && typeof value === 'string') BARE.set(made, (BARE.get(made) ?? new Set()).add(key));
    return value;
  }

  private array(depth: number): Json {
    this.enter(depth);
    const made: Json[] = [];
    if (this.skip(']')) return made;
    do {
      made.push(this.value(depth));
      this.count();
    } while (this.skip(','));
    if (!this.skip(']')) throw refuse('not_json');
    return made;
  }

  private string(): string {
    const raw = this.take(STRING);
    if (raw === null) throw refuse('not_json');
    // Escapes, and control characters that JSON forbids, are the engine's to judge.
    if (!/\\|\p{Cc}/u.test(raw)) return raw.slice(1, -1);
    try {
      return JSON.parse(raw) as string;
    } catch {
      throw refuse('not_json');
    }
  }

  private number(): Json {
    const raw = this.take(NUMBER);
    if (!raw) throw refuse('not_json');
    const value = Number(raw);
    // Only a plain integer is exact by nature; 1e400 would be Infinity, which is no JSON.
    if (/^-?\d+$/.test(raw)) return Number.isSafeInteger(value) ? value : raw;
    return Number.isFinite(value) ? value : raw;
  }

  /** Steps over the opening bracket. */
  private enter(depth: number): void {
    if (depth > this.limits.depth) throw refuse('too_deep');
    this.at += 1;
  }

  private count(): void {
    this.keys += 1;
    if (this.keys > this.limits.keys) throw refuse('too_many_keys');
  }

  private skip(sign: string): boolean {
    this.take(BLANK);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found) this.at += found.length;
    return found;
  }
}
