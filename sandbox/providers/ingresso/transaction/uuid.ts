import { randomBytes } from 'node:crypto';

/** Tenths of microseconds between the calendar's change of 1582 and 1970. */
const GREGORIAN = 122_192_928_000_000_000n;
let last = 0n;

/** A UUID of version 1 for a moment, as the platform names its transactions. */
export function v1(ms: number): string {
  const wanted = BigInt(ms) * 10_000n + GREGORIAN;
  last = wanted > last ? wanted : last + 1n;
  const hex = last.toString(16).padStart(15, '0');
  const clock = (0x8000 | (randomBytes(2).readUInt16BE() & 0x3fff)).toString(16);
  return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-${clock}-${randomBytes(6).toString('hex')}`;
}
