import { CardCvcElement, CardExpiryElement, CardNumberElement, useElements } from '@stripe/react-stripe-js';
import type { StripeCardNumberElement } from '@stripe/stripe-js';
import { useState } from 'react';
import { FIELDS, type Field, SLOTS, type Slot } from './fields';
import type { Texts } from './texts';

const EMPTY: Readonly<Record<Field, boolean>> = { number: false, expiry: false, code: false };
const ELEMENTS = { number: CardNumberElement, expiry: CardExpiryElement, code: CardCvcElement };

/** What a frame of Stripe's tells of its field. */
interface Change {
  readonly complete: boolean;
  readonly error?: { readonly message: string };
}

/** One card as it is being typed in. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly errors: Partial<Record<Slot, string>>;
  readonly focused: Slot | null;
  rename(name: string): void;
  changed(field: Field, change: Change): void;
  focus(slot: Slot): void;
  blur(slot: Slot): void;
  /** Says what is missing or wrong; the first such field, or null when the card may be sent. */
  check(): Slot | null;
  /** Says what is wrong with a field. */
  say(field: Field, text: string): void;
  /** Puts the customer into a field. */
  attend(slot: Slot): void;
  /** Stripe's own handle on what was typed; null before its frames are there. */
  element(): StripeCardNumberElement | null;
  /** Empties Stripe's fields for another card; the name stays. */
  clear(): void;
}

/** State of the card in the surrounding `Elements`. `id` is what its fields' ids begin with. */
export function useCard(id: string, holder: string, texts: Texts): Card {
  const elements = useElements();
  const [name, setName] = useState(holder);
  const [complete, setComplete] = useState(EMPTY);
  const [errors, setErrors] = useState<Card['errors']>({});
  const [focused, setFocused] = useState<Slot | null>(null);
  const say = (slot: Slot, text: string | undefined) => setErrors((before) => ({ ...before, [slot]: text }));

  return {
    id,
    name,
    errors,
    focused,
    rename: (text) => {
      setName(text);
      say('name', undefined);
    },
    changed: (field, change) => {
      setComplete((before) => ({ ...before, [field]: change.complete }));
      say(field, change.error?.message);
    },
    focus: setFocused,
    blur: (slot) => setFocused((now) => (now === slot ? null : now)),
    check: () => {
      const missing: Partial<Record<Slot, string>> = name.trim() ? {} : { name: texts.nameMissing };
      for (const field of FIELDS)
        if (!complete[field]) missing[field] = errors[field] ?? texts[`${field}Missing`];
      setErrors(missing);
      return SLOTS.find((slot) => missing[slot]) ?? null;
    },
    say,
    attend: (slot) => {
      if (slot === 'name') document.getElementById(`${id}-name`)?.focus();
      else elements?.getElement(ELEMENTS[slot])?.focus();
    },
    element: () => elements?.getElement(CardNumberElement) ?? null,
    clear: () => {
      for (const field of FIELDS) elements?.getElement(ELEMENTS[field])?.clear();
      setComplete(EMPTY);
      setErrors({});
    },
  };
}
