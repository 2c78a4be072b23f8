import { luhn } from '../../core/luhn';

/** A card scheme as Spreedly names it, and how its numbers look. */
export interface Scheme {
  readonly id: string;
  /** Its picture's name. */
  readonly art: string;
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  readonly groups: readonly number[];
  readonly cvc: number;
}

const FOURS = [4, 4, 4, 4, 3];

/** Used by the frame too, so nothing here belongs to a server. */
export const unknownScheme: Scheme = {
  id: 'unknown',
  art: 'unknown',
  pattern: /^$/,
  lengths: [16],
  groups: FOURS,
  cvc: 3,
};

const scheme = (id: string, pattern: RegExp, more: Partial<Scheme> = {}): Scheme => ({
  ...unknownScheme,
  id,
  art: id,
  pattern,
  ...more,
});

const schemes: readonly Scheme[] = [
  scheme('visa', /^4/),
  scheme('master', /^(5[1-5]|2[2-7])/, { art: 'mastercard' }),
  scheme('american_express', /^3[47]/, { art: 'amex', lengths: [15], groups: [4, 6, 5], cvc: 4 }),
  scheme('discover', /^(6011|64[4-9]|65)/),
  scheme('diners_club', /^(30[0-5]|36|38|39)/, { art: 'diners', lengths: [14, 16], groups: [4, 6, 4, 2] }),
  scheme('jcb', /^35(2[89]|[3-8])/),
];

/** The scheme that the first digits give away. */
export function schemeOf(digits: string): Scheme {
  return schemes.find(({ pattern }) => pattern.test(digits)) ?? unknownScheme;
}

/** Whether a number could be a card's: its length and its last digit fit. */
export function isWhole(digits: string): boolean {
  return schemeOf(digits).lengths.includes(digits.length) && luhn(digits);
}

/** Cards of Spreedly's test gateway: what becomes of a charge, by number. Anything else is refused. */
export const testCards: Readonly<Record<string, 'succeeds' | 'fails'>> = {
  '4111111111111111': 'succeeds',
  '5555555555554444': 'succeeds',
  '378282246310005': 'succeeds',
  '6011111111111117': 'succeeds',
  '30123456789019': 'succeeds',
  '4012888888881881': 'fails',
  '5105105105105100': 'fails',
  '371449635398431': 'fails',
  '6011000990139424': 'fails',
};
