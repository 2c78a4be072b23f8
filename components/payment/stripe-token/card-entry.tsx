import { useStripe } from '@stripe/react-stripe-js';
import type { TokenResult } from '@stripe/stripe-js';
import { type Ref, useImperativeHandle, useState } from 'react';
import type { StripeTokenParams } from '@/lib/payments/stripe-token/types';
import { Trouble } from '../parts/trouble';
import { CardFields } from '../stripe/card-fields';
import { fieldOf } from '../stripe/fields';
import { useCard } from '../stripe/use-card';
import { Charges } from './charges';
import type { Entry, Refusal } from './entries';
import { fill, type Texts } from './texts';

/** What the form asks of a card entry when its button is pressed. */
export interface CardHandle {
  /** Says what is missing; true when the card may be sent. */
  check(): boolean;
  /** Puts the customer at what is missing. */
  attend(): void;
  /** A fresh token of the card as typed. */
  token(): Promise<TokenResult>;
  /** Says why no token was made, where the fault is. */
  say(error: Refusal): void;
  /** Another card is wanted. */
  clear(): void;
}

interface CardEntryProps {
  entry: Entry;
  /** Its place among `count`, from 0. */
  index: number;
  count: number;
  billing: StripeTokenParams['billing'];
  texts: Texts;
  locale: string;
  locked: boolean;
  ref: Ref<CardHandle>;
}

/** One card, with what it pays for where that is not everything at once. */
export function CardEntry({ entry, index, count, billing, texts, locale, locked, ref }: CardEntryProps) {
  const stripe = useStripe();
  const card = useCard(`card-${index + 1}`, billing?.name ?? '', texts);
  const [trouble, setTrouble] = useState('');

  useImperativeHandle(ref, () => ({
    check: () => {
      setTrouble('');
      return card.check() === null;
    },
    attend: () => {
      const first = card.check();
      if (first) card.attend(first);
    },
    token: async () => {
      const element = card.element();
      if (!stripe || !element) return { error: { type: 'api_error' } };
      return stripe.createToken(element, { name: card.name.trim(), address_zip: billing?.postcode });
    },
    say: (error) => {
      const field = wrongField(error);
      if (!field) return setTrouble(saying(error, texts));
      card.say(field, error.message ?? texts.refused);
      card.attend(field);
    },
    clear: () => {
      setTrouble('');
      card.clear();
    },
  }));

  const several = count > 1;
  return (
    <fieldset className="min-w-0">
      <legend className={several ? 'mb-4 font-semibold text-lg' : 'sr-only'}>
        {several ? fill(texts.cardOf, { number: index + 1, count }) : texts.card}
      </legend>
      <div className="flex flex-col gap-5">
        {(several || entry.charges.length > 1) && <Charges charges={entry.charges} locale={locale} />}
        <CardFields card={card} texts={texts} locked={locked} />
        <Trouble text={trouble} />
      </div>
    </fieldset>
  );
}

/** The field that is to blame, when one is. */
function wrongField(error: Refusal) {
  const typed = error.type === 'validation_error' || /number|expiry|cvc/.test(error.code ?? '');
  return typed ? fieldOf(error) : null;
}

function saying(error: Refusal, texts: Texts): string {
  return error.type === 'card_error' ? (error.message ?? texts.refused) : texts.unmade;
}
