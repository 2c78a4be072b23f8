import { CardCvcElement, CardExpiryElement, CardNumberElement } from '@stripe/react-stripe-js';
import type { StripeElementStyle } from '@stripe/stripe-js';
import { useMemo } from 'react';
import { CardField } from './card-field';
import type { Field, Slot } from './fields';
import type { Texts } from './texts';
import type { Card } from './use-card';
import { useElementStyle } from './use-style';

interface CardFieldsProps {
  card: Card;
  texts: Texts;
  locked: boolean;
}

/** Name, number, expiry and code, each in a field of its own: phones show one keyboard a field, and people one mistake. */
export function CardFields({ card, texts, locked }: CardFieldsProps) {
  const options = useOptions(useElementStyle(), locked);
  const box = (slot: Slot) => ({
    id: `${card.id}-${slot}`,
    label: texts[slot],
    error: card.errors[slot],
    focused: card.focused === slot,
  });
  const frame = (slot: Field) => ({
    id: `${card.id}-${slot}`,
    onChange: (change: { complete: boolean; error?: { message: string } }) => card.changed(slot, change),
    onFocus: () => card.focus(slot),
    onBlur: () => card.blur(slot),
  });
  return (
    <>
      <CardField {...box('name')}>
        <input
          id={`${card.id}-name`}
          value={card.name}
          onChange={(event) => card.rename(event.target.value)}
          onFocus={() => card.focus('name')}
          onBlur={() => card.blur('name')}
          autoComplete="cc-name"
          maxLength={200}
          required
          aria-invalid={card.errors.name ? true : undefined}
          aria-describedby={card.errors.name ? `${card.id}-name-error` : undefined}
          className="bg-transparent text-base text-ink outline-none"
        />
      </CardField>
      <CardField {...box('number')}>
        <CardNumberElement options={options.number} {...frame('number')} />
      </CardField>
      <div className="grid grid-cols-2 gap-4">
        <CardField {...box('expiry')}>
          <CardExpiryElement options={options.plain} {...frame('expiry')} />
        </CardField>
        <CardField {...box('code')}>
          <CardCvcElement options={options.plain} {...frame('code')} />
        </CardField>
      </div>
    </>
  );
}

/** The same objects while nothing changes: Stripe's frames are told of each new one. */
function useOptions(style: StripeElementStyle, disabled: boolean) {
  return useMemo(
    () => ({
      number: { style, disabled, showIcon: true, disableLink: true },
      plain: { style, disabled },
    }),
    [style, disabled],
  );
}
