/** How the issuer of a test card wants to know its holder. */
export type Asking = 'none' | 'frictionless' | 'challenge' | 'full' | 'redirect' | 'form';

/** A card of Adyen's test platform. */
export interface TestCard {
  readonly number: string;
  readonly asks: Asking;
  /** Country of the issuer, as `/binLookup` answers it. */
  readonly country: string;
}

const card = (number: string, country: string, asks: Asking = 'none'): TestCard => ({
  number,
  country,
  asks,
});

/** All of them are good until this date and have this security code (American Express has one digit more). */
export const EXPIRY = { month: '03', year: '2030' } as const;
export const CVC = '737';
export const CVC_AMEX = '7373';

/**
 * Numbers, expiry and codes are Adyen's published ones. That 4212345678901237 leads to a page of the issuer’s, and
 * 5212345678901234 to one by a form as 3-D Secure 1 had it, is this sandbox's choice; in life the merchant's settings
 * decide between a page and a native challenge. Within a session the form is a page too.
 * @see https://docs.adyen.com/development-resources/testing/test-card-numbers
 * @see https://docs.adyen.com/development-resources/testing/3d-secure-2-authentication
 */
export const testCards: readonly TestCard[] = [
  card('4111111111111111', 'NL'),
  card('4111111145551142', 'NL'),
  card('4988438843884305', 'ES'),
  card('4166676667666746', 'NL'),
  card('4646464646464644', 'PL'),
  card('4000620000000007', 'US'),
  card('4444333322221111', 'GB'),
  card('4400000000000008', 'US'),
  card('4977949494949497', 'FR'),
  card('5100290029002909', 'NL'),
  card('5577000055770004', 'PL'),
  card('5136333333333335', 'FR'),
  card('5585558555855583', 'ES'),
  card('5555444433331111', 'GB'),
  card('5555341244441115', 'NL'),
  card('5555555555554444', 'GB'),
  card('5500000000000004', 'US'),
  card('2222400070000005', 'CA'),
  card('370000000000002', 'NL'),
  card('374251018720018', 'NL'),
  card('6731012345678906', 'BE'),
  card('36006666333344', 'US'),
  card('6011601160116611', 'US'),
  card('3569990010095841', 'US'),
  card('5201281505129736', 'BE', 'frictionless'),
  card('4212345678910006', 'NL', 'challenge'),
  card('4917610000000000', 'NL', 'full'),
  card('5000550000000029', 'BE', 'full'),
  card('4212345678901237', 'NL', 'redirect'),
  card('5212345678901234', 'NL', 'form'),
];

/** The behaviour behind a number, if it is a test card. */
export function findTestCard(number: string): TestCard | undefined {
  return testCards.find((one) => one.number === number);
}

/** The country of the issuer behind the first digits of a number, where a test card tells. */
export function countryOf(bin: string): string | undefined {
  return testCards.find(({ number }) => number.startsWith(bin.slice(0, 8)))?.country;
}
