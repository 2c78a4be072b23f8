import { luhn } from '../../../../core/luhn';
import { onlyDigits } from '../../../../core/typing';
import type { Brand } from '../../brands';

/** What can be said of a field. A code of Adyen's tells the page which text to show. */
export type Verdict =
  | { state: 'empty' | 'complete' }
  | { state: 'incomplete'; code: string }
  | { state: 'wrong'; code: string };

/** The lengths that count, and whether the last digit has to fit: the scheme's, unless the issuer's range says more. */
export interface NumberRules {
  brand: Brand;
  luhn: boolean;
  panLength?: number;
}

export function judgeNumber(text: string, rules: NumberRules): Verdict {
  const digits = onlyDigits(text);
  const lengths = rules.panLength ? [rules.panLength] : rules.brand.lengths;
  if (digits === '') return { state: 'empty' };
  if (!lengths.includes(digits.length)) return { state: 'incomplete', code: 'cc.num.901' };
  if (!rules.luhn || luhn(digits)) return { state: 'complete' };
  // More digits may still come; only a number that cannot grow any more is wrong at once.
  const grows = digits.length < 16 && digits.length < Math.max(...lengths);
  return grows ? { state: 'incomplete', code: 'cc.num.902' } : { state: 'wrong', code: 'cc.num.902' };
}

const FAR_YEARS = 15;

/** `minimum` is a month `MM/YY` up to which the card must be good at least. */
export function judgeExpiry(text: string, today = new Date(), minimum: string | null = null): Verdict {
  const digits = onlyDigits(text);
  if (digits === '') return { state: 'empty' };
  if (digits.length < 4) return { state: 'incomplete', code: 'cc.dat.911' };
  const month = Number(digits.slice(0, 2));
  const year = 2000 + Number(digits.slice(2));
  if (month < 1) return { state: 'incomplete', code: 'cc.dat.911' };
  const [least = '', leastYear = ''] = minimum?.split('/') ?? [];
  const needed = Math.max(
    today.getFullYear() * 12 + today.getMonth() + 1,
    minimum ? (2000 + Number(leastYear)) * 12 + Number(least) : 0,
  );
  if (year * 12 + month < needed) return { state: 'wrong', code: 'cc.dat.912' };
  if (year > today.getFullYear() + FAR_YEARS) return { state: 'wrong', code: 'cc.dat.913' };
  return { state: 'complete' };
}

/** A code of a card whose scheme nobody knows yet may have three digits or four. */
export function judgeCvc(text: string, brand: Brand): Verdict {
  if (text === '') return { state: 'empty' };
  const enough = brand.id === 'card' ? text.length >= 3 : text.length === brand.cvc;
  return enough
    ? { state: 'complete' }
    : { state: 'incomplete', code: brand.cvc === 4 ? 'cc.cvc.921.amex' : 'cc.cvc.921' };
}
