import { moneyIsKnown, moneyWithoutTickets, neverMoreThanDue, shownIsCharged } from './money';
import { bookedStaysBooked, oneAtATime } from './order';
import { bookedIsBooked, noHoldLeaks, nothingIsLeft } from './tickets';
import type { Audited, Case, LedgerRows, Rule } from './types';
import { nobodyPaysTwice } from './words';

/** What always holds, one rule for each part of it; `docs/testing.md` says which invariant each stands for. */
export const RULES: Readonly<Record<string, Rule>> = {
  neverMoreThanDue,
  moneyIsKnown,
  shownIsCharged,
  moneyWithoutTickets,
  bookedIsBooked,
  noHoldLeaks,
  nothingIsLeft,
  nobodyPaysTwice,
  oneAtATime,
  bookedStaysBooked,
};

/**
 * Holds our store against the sandbox's ledger. Answers what is wrong, in sentences; an empty list is the proof that
 * money and tickets did not part. Knows no supplier: which of the ledger's groups are a checkout's is handed in.
 */
export function audit({
  ledger,
  checkouts,
}: {
  ledger: LedgerRows;
  checkouts: readonly Audited[];
}): readonly string[] {
  const wrong = checkouts.flatMap((audited) => {
    const at = caseOf(ledger, audited);
    return Object.entries(RULES).flatMap(([name, rule]) =>
      rule(at).map((what) => `${audited.checkout.reference}: ${what} (${name})`),
    );
  });
  return [...wrong, ...orphans(ledger, checkouts)];
}

function caseOf(ledger: LedgerRows, audited: Audited): Case {
  const own = <T extends { group: string }>(rows: readonly T[]) =>
    rows.filter(({ group }) => audited.groups.includes(group));
  return {
    ...audited,
    holds: own(ledger.holds),
    bookings: own(ledger.bookings),
    // What was paid before anybody came to the shop is between those who took it and the customer.
    charges: own(ledger.charges).filter(({ deposit }) => !deposit),
  };
}

/** Money or tickets that belong to no checkout: nobody would ever hear of them. */
function orphans(ledger: LedgerRows, checkouts: readonly Audited[]): readonly string[] {
  const claimed = new Set(checkouts.flatMap(({ groups }) => groups));
  const money = ledger.charges.filter(
    ({ captured, group, deposit }) => captured > 0 && !deposit && !claimed.has(group),
  );
  const tickets = ledger.bookings.filter(({ status, group }) => status === 'booked' && !claimed.has(group));
  return [
    ...money.map(({ id, captured }) => `${captured} were captured by ${id} for no checkout of ours`),
    ...tickets.map(({ title, id }) => `${title} (${id}) is booked for no checkout of ours`),
  ];
}
