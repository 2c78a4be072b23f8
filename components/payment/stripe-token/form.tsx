import { Elements } from '@stripe/react-stripe-js';
import type { Stripe } from '@stripe/stripe-js';
import { type SyntheticEvent, useRef } from 'react';
import type { StripeTokenParams } from '@/lib/payments/stripe-token/types';
import { Over, PayButton } from '../parts/pay-button';
import type { PaymentProps } from '../types';
import { CardEntry, type CardHandle } from './card-entry';
import type { Entry } from './entries';
import type { Texts } from './texts';
import { useTokens } from './use-tokens';

interface FormProps extends Omit<PaymentProps, 'params' | 'texts'> {
  entries: readonly Entry[];
  /** One an entry, in their order. */
  clients: readonly Stripe[];
  billing: StripeTokenParams['billing'];
  texts: Texts;
}

/** A card for each account that charges, and one button for all of it. */
export function TokenForm({ entries, clients, billing, texts, amountLabel, locale, ...page }: FormProps) {
  const cards = useRef<(CardHandle | null)[]>([]);
  const { phase, pay } = useTokens(entries, cards, page);
  const locked = phase !== 'form' || page.disabled;

  if (phase === 'lost') return <Over text={texts.unreached} />;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void pay();
  };
  const charges = entries.flatMap((entry) => entry.charges);
  return (
    <form onSubmit={submit} noValidate className="space-y-6" aria-busy={phase !== 'form'}>
      {charges.length > 1 && <p>{entries.length > 1 ? texts.accounts : texts.several}</p>}
      {entries.map((entry, index) => (
        <div key={entry.publishableKey} className={index > 0 ? 'border-edge border-t pt-6' : ''}>
          <Elements stripe={clients[index] ?? null}>
            <CardEntry
              ref={(card) => {
                cards.current[index] = card;
              }}
              entry={entry}
              index={index}
              count={entries.length}
              billing={billing}
              texts={texts}
              locale={locale}
              locked={locked}
            />
          </Elements>
        </div>
      ))}
      <PayButton label={amountLabel} locked={locked} paying={phase === 'paying'} text={texts.paying} />
    </form>
  );
}
