import type { TikkieRequest } from '@/lib/collectors/tikkie/request';

/** Variables that are no secret, and are printed whole. */
const PLAIN = /VERSION|PAYEE/;

/** Lines of a `.env` file; shortened, for a screen that others may see. */
export function namesOf(variables: Readonly<Record<string, string>>, how: 'in full' | 'shortened'): string {
  const lines = Object.entries(variables).map(([name, value]) => {
    const shown = how === 'in full' || PLAIN.test(name) ? value : `${value.slice(0, 6)}…`;
    return `${name}=${/\s/.test(shown) ? `"${shown}"` : shown}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The first or the last millisecond of a day, `2026-11-30`, in UTC as Tikkie filters; null for what is no day. */
export function dayOf(text: string, which: 'first' | 'last'): number | null {
  const begins = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(begins)) return null;
  return which === 'first' ? begins : begins + 24 * 3_600_000 - 1;
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;

/** A request in one line: when, whose, what was asked and what came in. */
export function line({
  createdAt,
  externalId,
  amount,
  paid,
  payments,
  status,
  token,
}: TikkieRequest): string {
  const when = createdAt === null ? 'unknown time' : `${new Date(createdAt).toISOString().slice(0, 16)}Z`;
  const asked = amount === null ? 'open amount' : euros(amount);
  const over = amount !== null && paid > amount ? `, ${euros(paid - amount)} too much` : '';
  const times = payments > 1 ? ` in ${payments} payments` : '';
  return [
    when,
    externalId ?? '–',
    asked,
    `paid ${euros(paid)}${times}${over}`,
    status,
    `${token.slice(0, 6)}…`,
  ].join('  ');
}
