import type { ChoiceFault } from '@/lib/checkout/selection';
import type { Messages } from '@/lib/i18n/messages';
import { fill, plural } from './fill';

export type ChooseWords = Messages['shop']['choose'];

/** Names of what a fault may speak of. */
export interface Named {
  readonly ticketTypes: readonly { readonly type: string; readonly label: string }[];
  readonly seats?: readonly { readonly id: string; readonly label: string }[];
}

/** What is wrong with a choice and what to do about it, in a sentence. */
export function faultText(fault: ChoiceFault, offer: Named, words: ChooseWords, locale: string): string {
  const { faults } = words;
  switch (fault.rule) {
    case 'none':
    case 'adjacent':
    case 'seat_gone':
      return faults[fault.rule];
    case 'min':
    case 'max': {
      const { type, limit } = fault;
      const label = offer.ticketTypes.find((one) => one.type === type)?.label ?? type;
      return fill(limit > 0 ? faults[fault.rule] : faults.maxNone, { label, limit });
    }
    case 'needed':
    case 'company': {
      const nameOf = (one: string) => offer.ticketTypes.find(({ type }) => type === one)?.label ?? one;
      const company = fault.rule === 'company' ? fault.company.map(nameOf) : [];
      const others = new Intl.ListFormat(locale, { type: 'disjunction' }).format(company);
      return fill(faults[fault.rule], { label: nameOf(fault.type), others });
    }
    case 'total':
      return fill(faults.total, { numbers: numbersText(fault.allowed, locale) });
    case 'seats_few': {
      const missing = fault.tickets - fault.seats;
      return fill(plural(faults, 'seats_few', missing, locale), { ...fault, missing });
    }
    case 'seats_many':
      return fill(faults.seats_many, { ...fault });
    case 'single':
      return fill(faults.single, {
        seat: offer.seats?.find(({ id }) => id === fault.seat)?.label ?? fault.seat,
      });
  }
}

/** Whether every number up to the largest will do. */
export function isGapless(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number === index + 1);
}

/** "2, 4, or 6"; "1 – 10" where nothing between is left out. */
export function numbersText(numbers: readonly number[], locale: string): string {
  const [first, second] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  if (numbers.length > 2 && second - first === numbers.length - 1) return `${first} – ${second}`;
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(numbers.map(String));
}
