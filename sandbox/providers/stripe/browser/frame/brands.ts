/** What a brand means for typing: where the spaces go, how many digits there are, and the length of the code. */
export interface Brand {
  readonly id: string;
  readonly title: string;
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  /** Sizes of the digit groups. */
  readonly groups: readonly number[];
  readonly cvc: number;
}

const FOURS = [4, 4, 4, 4, 3];

export const unknownBrand: Brand = {
  id: 'unknown',
  title: 'Card',
  pattern: /^$/,
  lengths: [16],
  groups: FOURS,
  cvc: 3,
};

const brands: readonly Brand[] = [
  { id: 'visa', title: 'Visa', pattern: /^4/, lengths: [16], groups: FOURS, cvc: 3 },
  {
    id: 'mastercard',
    title: 'Mastercard',
    pattern: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
    groups: FOURS,
    cvc: 3,
  },
  {
    id: 'amex',
    title: 'American Express',
    pattern: /^3[47]/,
    lengths: [15],
    groups: [4, 6, 5],
    cvc: 4,
  },
  {
    id: 'discover',
    title: 'Discover',
    pattern: /^(6011|64[4-9]|65)/,
    lengths: [16],
    groups: FOURS,
    cvc: 3,
  },
  {
    id: 'diners',
    title: 'Diners Club',
    pattern: /^(30[0-5]|36|38|39)/,
    lengths: [14, 16],
    groups: [4, 6, 4, 2],
    cvc: 3,
  },
  { id: 'jcb', title: 'JCB', pattern: /^35(2[89]|[3-8])/, lengths: [16], groups: FOURS, cvc: 3 },
  { id: 'unionpay', title: 'UnionPay', pattern: /^62/, lengths: [16, 19], groups: FOURS, cvc: 3 },
];

/** The brand that the first digits give away. */
export function brandOf(digits: string): Brand {
  return brands.find((brand) => brand.pattern.test(digits)) ?? unknownBrand;
}
