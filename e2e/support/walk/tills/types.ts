import type { Card } from '../scenarios';
import type { Walk } from '../walk';

/** A card as it is typed, and what else the tester was told. */
export interface Hand extends Card {
  /** The name on the card, where it matters. */
  readonly holder: string | undefined;
  /** The bank asks, and is told the right word. */
  readonly asked: boolean;
  /** What is done at the bank instead. */
  readonly instead: string | undefined;
  /** A button of the provider's page that is pressed instead of typing. */
  readonly button: string | undefined;
}

/** How one pays in a provider's fields or at its page. */
export interface Till {
  /** A card that always pays. */
  readonly good: Card;
  /** After a refusal the same page takes another card. */
  readonly stays: boolean;
  readonly pay: (walk: Walk, hand: Hand) => Promise<void>;
}
