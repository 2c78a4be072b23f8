import type { DeclineName } from './declines';

/** How the issuer of a test card behaves when it is asked for money. */
export interface TestCard {
  readonly number: string;
  readonly brand: string;
  /** The bank asks the customer first (3DS). */
  readonly challenge?: boolean;
  /** Refused, with or without a challenge before it. */
  readonly decline?: DeclineName;
  /** The answer comes this much later, in ms; the intent reads `processing` until then. */
  readonly settlesAfterMs?: number;
  /** Ids for server-side use, without the `pm_card_` or `tok_` in front. */
  readonly aliases: readonly string[];
  /** Scenario id, when QA should meet it by hand. */
  readonly scenario?: string;
  readonly title: string;
  readonly expect: string;
}

const NO_CHARGE = 'The customer reads why and can use another card on the same hold; nothing is charged.';

/** The test cards. Numbers and outcomes are Stripe's published ones, except where `title` says otherwise. */
export const testCards: readonly TestCard[] = [
  {
    number: '4242424242424242',
    brand: 'visa',
    aliases: ['visa'],
    scenario: 'card.ok',
    title: 'Visa that pays',
    expect: 'Paid at once; one charge is captured for the total.',
  },
  {
    number: '5555555555554444',
    brand: 'mastercard',
    aliases: ['mastercard'],
    scenario: 'card.mastercard',
    title: 'Mastercard that pays',
    expect: 'Paid at once; one charge is captured for the total.',
  },
  {
    number: '378282246310005',
    brand: 'amex',
    aliases: ['amex'],
    scenario: 'card.amex',
    title: 'American Express that pays (15 digits, security code of 4)',
    expect: 'Paid at once; one charge is captured for the total.',
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    decline: 'generic_decline',
    aliases: ['chargeDeclined', 'visa_chargeDeclined'],
    scenario: 'card.declined',
    title: 'Declined without a reason',
    expect: NO_CHARGE,
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    decline: 'insufficient_funds',
    aliases: ['chargeDeclinedInsufficientFunds', 'visa_chargeDeclinedInsufficientFunds'],
    scenario: 'card.insufficient-funds',
    title: 'Declined, insufficient funds',
    expect: NO_CHARGE,
  },
  {
    number: '4000000000009987',
    brand: 'visa',
    decline: 'lost_card',
    aliases: ['chargeDeclinedLostCard', 'visa_chargeDeclinedLostCard'],
    scenario: 'card.lost',
    title: 'Declined, reported lost',
    expect: `${NO_CHARGE} The page must not tell anybody that the card was reported lost.`,
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    decline: 'expired_card',
    aliases: ['chargeDeclinedExpiredCard', 'visa_chargeDeclinedExpiredCard'],
    scenario: 'card.expired',
    title: 'Declined, expired',
    expect: NO_CHARGE,
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    decline: 'incorrect_cvc',
    aliases: ['chargeDeclinedIncorrectCvc', 'visa_chargeDeclinedIncorrectCvc'],
    scenario: 'card.incorrect-cvc',
    title: 'Declined, wrong security code',
    expect: NO_CHARGE,
  },
  {
    number: '4000000000000119',
    brand: 'visa',
    decline: 'processing_error',
    aliases: ['chargeDeclinedProcessingError', 'visa_chargeDeclinedProcessingError'],
    scenario: 'card.processing-error',
    title: 'Declined, the issuer stumbles',
    expect: NO_CHARGE,
  },
  {
    number: '4000002500003155',
    brand: 'visa',
    challenge: true,
    aliases: ['authenticationRequired', 'threeDSecure2Required'],
    scenario: 'card.3ds',
    title: 'The bank asks first (3DS)',
    expect:
      'Complete: one captured charge. Fail or close: nothing is charged, and the customer may try again.',
  },
  {
    number: '4000008400001629',
    brand: 'visa',
    challenge: true,
    decline: 'generic_decline',
    aliases: ['threeDSecureRequiredChargeDeclined', 'threeDSecureRequiredDeclined'],
    scenario: 'card.3ds-declined',
    title: 'The bank asks first, then declines',
    expect: NO_CHARGE,
  },
  {
    number: '4000000000000077',
    brand: 'visa',
    settlesAfterMs: 3000,
    aliases: ['bypassPending', 'processing'],
    scenario: 'card.processing',
    title: 'Answers after 3 seconds, then pays (the delay is this sandbox’s own, the outcome Stripe’s)',
    expect: 'The page waits and neither asks to pay again nor says failed; then one captured charge.',
  },
];

/** The behaviour behind a number, if it is a test card. */
export function findTestCard(number: string): TestCard | undefined {
  return testCards.find((card) => card.number === number);
}

/** The test card behind `pm_card_visa` or `tok_visa`. */
export function findAlias(id: string): TestCard | undefined {
  const alias = id.replace(/^(pm_card_|tok_)/, '');
  return alias === id ? undefined : testCards.find((card) => card.aliases.includes(alias));
}
