/** What happens when a card pays. `eventId` is why it does not, by Viva's list. */
export type CardOutcome = { readonly pays: true; readonly asks: boolean } | { readonly eventId: number };

/** A card of Viva's demo environment. */
export interface TestCard {
  readonly number: string;
  /** Viva's `cardTypeId`. */
  readonly typeId: number;
  readonly outcome: CardOutcome;
}

/** Why a payment failed, as Viva numbers it. */
export const EVENTS = {
  /** The customer went back without a try. */
  none: 0,
  /** Left the bank's page. */
  incomplete: 2061,
  /** A wrong word at the bank. */
  wrongWord: 2062,
  doNotHonour: 10_005,
  invalidCard: 10_014,
  insufficientFunds: 10_051,
  expiredCard: 10_054,
} as const;

const VISA = 0;
const MASTERCARD = 1;
const AMEX = 3;
const MAESTRO = 6;

/**
 * Numbers, and which of them pay, are Viva's published ones. Which bank asks a question, and why a card fails, is this
 * sandbox's choice.
 * @see https://developer.viva.com/integration-reference/test-cards-and-environments
 */
export const testCards: readonly TestCard[] = [
  { number: '4147463011110133', typeId: VISA, outcome: { pays: true, asks: false } },
  { number: '4147463011110141', typeId: VISA, outcome: { eventId: EVENTS.insufficientFunds } },
  { number: '5239290700000101', typeId: MASTERCARD, outcome: { pays: true, asks: true } },
  { number: '5239290700000119', typeId: MASTERCARD, outcome: { eventId: EVENTS.doNotHonour } },
  { number: '376206000000009', typeId: AMEX, outcome: { pays: true, asks: false } },
  { number: '376206000000025', typeId: AMEX, outcome: { eventId: EVENTS.doNotHonour } },
  { number: '6759649826438453', typeId: MAESTRO, outcome: { pays: true, asks: false } },
  { number: '5012889911541119', typeId: MAESTRO, outcome: { eventId: EVENTS.doNotHonour } },
];

/** The card that the page's own buttons pay with. */
export const GOOD_CARD = '4147463011110133';
export const BAD_CARD = '4147463011110141';

export function findTestCard(number: string): TestCard | undefined {
  return testCards.find((one) => one.number === number);
}
