import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout, HoldRequest } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import type { ProviderId } from '@/sandbox/core/provider';

/** Verbs whose HTTP calls the suite spoils. `check` is what is read after the customer has paid. */
export type SpoiltVerb = 'hold' | 'start' | 'advance' | 'book' | 'check' | 'release' | 'cancel';

export type Calls = Readonly<Partial<Record<SpoiltVerb, readonly string[]>>>;

/** One way to pay, and what the suite must know of it. */
export interface OptionUnderTest {
  readonly id: string;
  /**
   * Who makes the money move once the customer has done their part. `provider`: it does, whether we hear of it or not.
   * `shop`: only with what the customer brings back. `partner`: it is in hand already, and the customer is asked nothing.
   */
  readonly moves: 'provider' | 'shop' | 'partner';
  /** The bank can ask the customer before it pays. */
  readonly challenges: boolean;
  /** A price that is held stays as it is with this one, although the supplier's others may rise. */
  readonly heldPriceStays?: true;
  /** What is given with the wish to pay, where nothing is asked for afterwards: a card that the order lists, or a new one's details. */
  readonly gives?: 'listed card' | 'card details';
  /** The option's own calls; those of the supplier's are common to all. */
  readonly calls?: Calls;
  /** Events that are paid in this way, where each event has its own. */
  readonly plain?: readonly string[];
  readonly pair?: readonly string[];
  /** Whoever pays twice has paid twice: nobody over there stops them. */
  readonly again?: true;
  /** The supplier is asked what it costs before the partner's collector takes money, so nobody pays an old price. */
  readonly askedFirst?: true;
  /** One customer has it all: not for a crowd. */
  readonly scarce?: true;
}

/** A way in which the supplier itself behaves, and how a purchase then ends. */
export interface Behaviour {
  readonly title: string;
  /** For this option only. */
  readonly option?: string;
  /** What is bought: ids of the sandbox's events. */
  readonly events: readonly string[];
  /** What happens at the supplier once the customer has paid, or while they are at the till. */
  readonly before?: Action;
  readonly after?: Action;
  /** Where it ends, `tickets/money`. */
  readonly ends: string;
  /** Nothing can be held. */
  readonly refused?: boolean;
  /** It takes longer than the shop waits for answers. */
  readonly slow?: true;
  /** What a person is called for at the end. */
  readonly attention?: string;
}

/** An action on the sandbox's control port. */
export interface Action {
  readonly action: string;
  /** Of this checkout: its group at the supplier. Else an id, such as an event's. */
  readonly id: string | ((checkout: Checkout) => string);
  readonly args?: object;
}

/**
 * Everything that the suites must know of a supplier: one entry, and every case runs on it. What it answers on the
 * wire is its own tests' business; here only outcomes count.
 */
export interface SupplierUnderTest {
  readonly id: string;
  /** Where a supplier is tried in another set-up than its usual one: what is other about it. */
  readonly setUp?: string;
  readonly provider: ProviderId;
  /** Switched on for its options, such as the collectors. */
  readonly env?: Readonly<Record<string, string>>;
  /** The options that are tried, `base:collector` too. */
  readonly options: readonly OptionUnderTest[];
  /** Its holds have no end: what nobody pays for stays as it is, and cases about the end say nothing. */
  readonly endless?: true;
  /** The ledger's groups that are a checkout's. */
  readonly groups: (checkout: Checkout) => readonly string[];
  /** Fixed return addresses of its providers: the key of the payment that somebody came back for. */
  readonly returns?: Readonly<Record<string, (params: JsonObject) => string>>;
  /** Chooses tickets as a customer does, one item an event. */
  readonly choose: (supplier: Supplier, events: readonly string[]) => Promise<HoldRequest>;
  /** Events that behave: one item, two. */
  readonly plain: readonly string[];
  readonly pair: readonly string[];
  readonly details: JsonObject;
  /** The supplier's calls behind each verb, as the control port names them; those of another set-up where they differ. */
  readonly calls: Calls;
  /** Laid over the answer of `check`: a state that nobody has heard of. */
  readonly strange: Readonly<Record<string, unknown>>;
  /** How the price of a held checkout rises over there; absent where a held price is final. */
  readonly dearer?: Action;
  readonly behaviours: readonly Behaviour[];
}

/** An entry's own name: no two have the same. */
export function nameOf({ id, setUp }: SupplierUnderTest): string {
  return setUp ? `${id} ${setUp}` : id;
}

/** The calls behind each verb when this option is used. */
export function callsOf(supplier: SupplierUnderTest, option: OptionUnderTest): Calls {
  return { ...supplier.calls, ...option.calls };
}

/** What is bought when this option is used: one item, two. */
export function eventsOf(supplier: SupplierUnderTest, optionId: string) {
  const option = supplier.options.find(({ id }) => id === optionId);
  return { plain: option?.plain ?? supplier.plain, pair: option?.pair ?? supplier.pair };
}
