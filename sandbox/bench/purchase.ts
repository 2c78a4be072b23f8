import type { Fault } from '../core/faults';
import type { ProviderId } from '../core/provider';

/** The providers that sell tickets. */
export type SellerId = Extract<ProviderId, 'ingresso' | 'tickitto' | 'octo' | 'musement'>;

/** An order to the control port, to be given before somebody buys. */
export type Order =
  | {
      readonly action: string;
      readonly provider: ProviderId;
      readonly id: string;
      readonly args?: Record<string, unknown>;
    }
  | { readonly fault: Pick<Fault, 'provider' | 'call' | 'kind' | 'when'> };

/** What people and systems over there do with a purchase once it is there, as a button: an action on its own group or row. */
export interface Later {
  /** For the button: "The venue confirms". */
  readonly title: string;
  readonly provider: ProviderId;
  readonly action: string;
  readonly args?: Record<string, unknown>;
}

/**
 * A purchase in which a scenario is met, in the shop's own words, so that the test bench can open it at one click: what is
 * bought, how it is paid, and where the customer takes over.
 */
export interface Purchase {
  readonly supplier: SellerId;
  /** The shop's id of the way to pay, `base:collector` too. */
  readonly option: string;
  readonly events: readonly string[];
  /**
   * Where the customer takes over. `till`: the tickets are held, what is asked is answered, and the page to pay on is open.
   * `order`: the same, and the next click is on the order's own page, because nothing is paid on a page, or something is to be
   * read first. `event`: choosing is what it is about.
   */
  readonly opens: 'till' | 'order' | 'event';
  /** How many of which kind; the fewest that can be bought where it is left out. */
  readonly tickets?: Readonly<Record<string, number>>;
  /** 0 is Sunday; else the first day that has what is wanted. */
  readonly weekday?: number;
  /** The offer's title, such as a price band. */
  readonly offer?: string;
  /** As they are called on the plan, `C6`. */
  readonly seats?: readonly string[];
  /** The kind of delivery, where it is not the supplier's own choice. */
  readonly delivery?: 'post';
  readonly promoCode?: string;
  /** Details by their names, over what anybody would type. */
  readonly details?: Readonly<Record<string, string>>;
  readonly first?: readonly Order[];
  readonly later?: readonly Later[];
}
