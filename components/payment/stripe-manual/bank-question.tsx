import type { Stripe } from '@stripe/stripe-js';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StripeManualData, StripeManualParams } from '@/lib/payments/stripe-manual/types';
import { Over } from '../parts/pay-button';
import type { PaymentProps } from '../types';
import { answeredOf, type Standing, standingOf } from './outcome';
import type { Texts } from './texts';
import { useHanding } from './use-handing';

interface QuestionProps extends Omit<PaymentProps, 'params' | 'texts' | 'locale' | 'amountLabel'> {
  stripe: Stripe;
  params: Extract<StripeManualParams, { ask: 'bank' }>;
  texts: Texts;
}

/** Puts the bank's question as soon as it is shown, once; and again when somebody asks for it, because the bank was not reached. */
export function BankQuestion({ stripe, params, texts, ...page }: QuestionProps) {
  const [unasked, setUnasked] = useState(false);
  const asked = useRef(false);
  const { phase, hand } = useHanding(page, () => undefined);

  const ask = () =>
    hand(async () => {
      setUnasked(false);
      const data = await answerOf(stripe, params);
      setUnasked(data === null);
      return data;
    });
  const first = useEffectEvent(() => void ask());
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    first();
  }, []);

  if (phase === 'lost') return <Over text={texts.unreached} />;
  if (!unasked) return <Over text={phase === 'sent' ? texts.confirming : texts.question} />;
  return (
    <div role="alert" className="space-y-4 rounded-md border-s-4 border-danger bg-danger-soft p-4">
      <p>{texts.unasked}</p>
      <button
        type="button"
        onClick={() => void ask()}
        className="min-h-12 rounded-full border border-edge bg-raised px-6 font-semibold hover:border-ink"
      >
        {texts.retry}
      </button>
    </div>
  );
}

/** What the bank says; null when nobody could be asked. */
async function answerOf(
  stripe: Stripe,
  { clientSecret, intent }: QuestionProps['params'],
): Promise<StripeManualData | null> {
  const read = async (): Promise<Standing> => {
    const { paymentIntent } = await stripe.retrievePaymentIntent(clientSecret);
    return paymentIntent ? standingOf(paymentIntent) : { kind: 'unclear' };
  };
  const unclear = (): Standing => ({ kind: 'unclear' });
  const before = await read().catch(unclear);
  if (before.kind === 'report') return before.data;
  if (before.kind === 'unclear') return null;
  const answered = await stripe
    .handleCardAction(clientSecret)
    .then((result) => answeredOf(intent, result), unclear);
  // Where the window broke, Stripe may know the answer all the same.
  const standing = answered.kind === 'unclear' ? await read().catch(unclear) : answered;
  return standing.kind === 'report' ? standing.data : null;
}
