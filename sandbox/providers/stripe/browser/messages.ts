/** What the shop's page and the frames of the sandbox say to each other, over one MessagePort a frame. */

export type FieldKind = 'card' | 'cardNumber' | 'cardExpiry' | 'cardCvc';

export type Json = Record<string, unknown>;

/** CSS properties in camelCase, and pseudo selectors with properties of their own. */
export type StyleVariant = Record<string, string | number | Record<string, string | number>>;
export type StyleOptions = Partial<Record<'base' | 'complete' | 'empty' | 'invalid', StyleVariant>>;

/** The options of an element that its frame needs to know. */
export interface FieldOptions {
  style?: StyleOptions;
  placeholder?: string;
  disabled?: boolean;
  hidePostalCode?: boolean;
  hideIcon?: boolean;
  showIcon?: boolean;
  value?: { postalCode?: string };
}

/** The first message to a card frame; the port travels with it. */
export interface FieldInit {
  type: 'foyer-stripe-field';
  kind: FieldKind;
  /** Elements of one group find each other by it. */
  group: string;
  key: string;
  account?: string;
  options: FieldOptions;
}

/** A call that carries card digits, so that the frame has to make it. `fields` are form fields without the card. */
export interface CardCall {
  path: string;
  /** Where in the form the card goes, such as `payment_method_data[card]`. */
  card: string;
  /** Where the postal code goes that was typed into the element. */
  postalCode: string;
  fields: Record<string, string>;
}

export type ToField =
  | { type: 'update'; options: FieldOptions }
  | { type: 'focus' }
  | { type: 'blur' }
  | { type: 'clear' }
  | { type: 'call'; id: number; call: CardCall };

export interface ValidationError {
  type: 'validation_error';
  code: string;
  message: string;
}

export interface FieldChange {
  elementType: FieldKind;
  empty: boolean;
  complete: boolean;
  error?: ValidationError;
  brand?: string;
  value?: { postalCode: string };
}

/** An answer of `/v1`, or why there is none. */
export type Answer = { data: Json; error?: undefined } | { data?: undefined; error: Json };

export type FromField =
  | { type: 'ready' }
  | { type: 'change'; event: FieldChange }
  | { type: 'focus' }
  | { type: 'blur' }
  | { type: 'escape' }
  | { type: 'enter' }
  | { type: 'height'; px: number }
  | { type: 'answer'; id: number; answer: Answer };

/** The first message to a challenge frame; the port travels with it. */
export interface ChallengeInit {
  type: 'foyer-stripe-challenge';
}

/** `answered` goes out as soon as the customer has decided, `done` when the bank has taken it. */
export type FromChallenge = { type: 'answered'; outcome: 'pass' | 'fail' | 'close' } | { type: 'done' };
