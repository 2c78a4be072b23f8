import type { Stripe } from '@stripe/stripe-js';
import { type SyntheticEvent, useEffect, useState } from 'react';
import type { StripeManualParams } from '@/lib/payments/stripe-manual/types';
import { Over, PayButton } from '../parts/pay-button';
import { Trouble } from '../parts/trouble';
import { CardFields } from '../stripe/card-fields';
import { useCard } from '../stripe/use-card';
import type { PaymentProps } from '../types';
import { type Made, madeOf } from './outcome';
import type { Texts } from './texts';
import { useHanding } from './use-handing';

interface FormProps extends Omit<PaymentProps, 'params' | 'texts' | 'locale'> {
  stripe: Stripe;
  billing: Extract<StripeManualParams, { ask: 'card' }>['billing'];
  texts: Texts;
}

/** One card, and the button that hands it over. */
export function CardForm({ stripe, billing, texts, amountLabel, ...page }: FormProps) {
  const card = useCard('card', billing.name, texts);
  const [refused, setRefused] = useState<Extract<Made, { kind: 'refused' }>>();
  const { phase, hand } = useHanding(page, card.clear);
  const locked = phase !== 'ready' || page.disabled;

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const element = card.element();
    if (locked || !element) return;
    const first = card.check();
    if (first) return card.attend(first);
    setRefused(undefined);
    await hand(async () => {
      const details = { name: card.name.trim(), email: billing.email };
      const answer = await stripe
        .createPaymentMethod({ type: 'card', card: element, billing_details: details })
        .catch(() => ({ error: { type: 'api_error' as const } }));
      const made = madeOf(answer as Parameters<typeof madeOf>[0]);
      if (made.kind === 'made') return made.data;
      setRefused(made);
      return null;
    });
  }

  const { say, attend } = card;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each refusal, and not before the field takes the focus
  useEffect(() => {
    if (!refused?.field) return;
    say(refused.field, refused.text ?? texts.refused);
    attend(refused.field);
  }, [refused]);

  if (phase === 'lost') return <Over text={texts.unreached} />;
  const trouble = refused && refused.field === null ? (refused.text ?? texts.unmade) : '';
  return (
    <form onSubmit={submit} noValidate className="space-y-5" aria-busy={phase !== 'ready'}>
      <CardFields card={card} texts={texts} locked={locked} />
      <Trouble text={trouble} />
      <PayButton label={amountLabel} locked={locked} paying={phase === 'working'} text={texts.paying} />
    </form>
  );
}
