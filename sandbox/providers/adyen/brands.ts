/** A card scheme: how its numbers look, and what its fields ask for. Used by the frames too, so it imports nothing. */
export interface Brand {
  /** Adyen's name for it (`txVariant`). */
  readonly id: string;
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  /** Sizes of the digit groups. */
  readonly groups: readonly number[];
  readonly cvc: number;
  readonly cvcPolicy: 'required' | 'optional' | 'hidden';
  /** What the scheme calls its security code. */
  readonly cvcText: string;
}

const FOURS = [4, 4, 4, 4, 3];

const brand = (id: string, pattern: RegExp, extra: Partial<Brand> = {}): Brand => ({
  id,
  pattern,
  lengths: [16],
  groups: FOURS,
  cvc: 3,
  cvcPolicy: 'required',
  cvcText: 'Security code',
  ...extra,
});

/** While nothing gives the scheme away. Adyen's library knows it by this name. */
export const unknownBrand: Brand = brand('card', /^$/, { lengths: [16, 19], cvc: 4 });

export const brands: readonly Brand[] = [
  brand('visa', /^4/, { lengths: [13, 16, 19], cvcText: 'CVV' }),
  brand('mc', /^(5[1-5]|2[2-7])/, { cvcText: 'CVC' }),
  brand('amex', /^3[47]/, { lengths: [15], groups: [4, 6, 5], cvc: 4, cvcText: 'CID' }),
  brand('discover', /^(6011|64[4-9]|65)/, { lengths: [16, 17, 18, 19] }),
  brand('diners', /^36/, { lengths: [14, 16, 19], groups: [4, 6, 4, 5] }),
  brand('jcb', /^35(2[89]|[3-8])/, { lengths: [16, 19], cvcText: 'CAV' }),
  brand('cup', /^(62|81)/, { lengths: [16, 17, 18, 19] }),
  brand('maestro', /^(50|5[6-8]|6)/, { lengths: [16, 17, 18, 19], cvcPolicy: 'optional' }),
];

/** The scheme that the first digits give away, among those named in `only`. */
export function brandOf(digits: string, only?: readonly string[]): Brand {
  const found = brands.find(({ pattern }) => pattern.test(digits));
  return found && (!only || only.includes(found.id)) ? found : unknownBrand;
}
