import type { Stripe } from '@stripe/stripe-js';
import { type SyntheticEvent, useEffect } from 'react';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { Opening } from '../parts/opening';
import { Over, PayButton } from '../parts/pay-button';
import { Trouble } from '../parts/trouble';
import { CardFields } from '../stripe/card-fields';
import { useCard } from '../stripe/use-card';
import type { PaymentProps } from '../types';
import type { Texts } from './texts';
import { usePayment } from './use-payment';

interface FormProps extends Omit<PaymentProps, 'params' | 'texts'> {
  stripe: Stripe;
  params: StripeCardParams;
  texts: Texts;
}

/** One card for one intent, and the button that pays it. */
export function CardForm({ stripe, params, texts, amountLabel, disabled, onResult, onBusy }: FormProps) {
  const card = useCard('card', params.billing.name, texts);
  const { phase, problem, status, pay } = usePayment(stripe, params, { onResult, onBusy }, texts);
  const locked = phase !== 'form' || disabled;

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const element = card.element();
    if (locked || !element) return;
    const first = card.check();
    if (first) return card.attend(first);
    const { email, phone } = params.billing;
    await pay(() =>
      stripe.confirmCardPayment(params.clientSecret, {
        payment_method: { card: element, billing_details: { name: card.name.trim(), email, phone } },
      }),
    );
  }

  const { say } = card;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each problem, not with each letter typed
  useEffect(() => {
    if (problem?.field) say(problem.field, problem.text);
  }, [problem]);

  if (phase === 'over') return <Over text={status} />;
  if (phase === 'looking') return <Opening text={texts.opening} />;
  return (
    <form onSubmit={submit} noValidate className="space-y-5" aria-busy={phase !== 'form'}>
      <CardFields card={card} texts={texts} locked={locked} />
      <Trouble text={problem && problem.field === null ? problem.text : ''} />
      <PayButton label={amountLabel} locked={locked} paying={phase === 'paying'} text={texts.paying} />
    </form>
  );
}
