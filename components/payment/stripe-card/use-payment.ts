import type { PaymentIntentResult, Stripe } from '@stripe/stripe-js';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StripeCardData, StripeCardParams } from '@/lib/payments/stripe-card/types';
import type { Field } from '../stripe/fields';
import type { PaymentProps } from '../types';
import { outcomeOf, standingOf } from './intent';
import type { Texts } from './texts';

/** What the form shows: `looking` before it may be shown, `over` once there is nothing to pay here any more. */
export type Phase = 'looking' | 'form' | 'paying' | 'over';

export interface Problem {
  /** Where it belongs; null: to the whole form. */
  readonly field: Field | null;
  readonly text: string;
}

interface Payment {
  readonly phase: Phase;
  readonly problem: Problem | null;
  /** What to say in place of the form. */
  readonly status: string;
  /** Has the card charged, once, however often it is called. `confirm` sends it from Stripe's frame. */
  pay(confirm: () => Promise<PaymentIntentResult>): Promise<void>;
}

/**
 * One payment with one intent. Before the form is shown, and again before each try, Stripe is asked how the intent
 * stands: what was paid in another tab or before a reload is reported, not paid again.
 */
export function usePayment(
  stripe: Stripe,
  params: StripeCardParams,
  { onResult, onBusy }: Pick<PaymentProps, 'onResult' | 'onBusy'>,
  texts: Texts,
): Payment {
  const [phase, setPhase] = useState<Phase>('looking');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [status, setStatus] = useState(texts.opening);
  const flying = useRef(false);
  const looked = useRef<string | null>(null);

  const report = useCallback(
    async (data: StripeCardData, text?: string) => {
      const paid = data.outcome === 'succeeded' || data.outcome === 'processing';
      const changed = data.outcome === 'declined' && data.code === 'price_changed';
      const ends = data.outcome !== 'declined' || changed;
      if (ends) {
        setStatus(paid ? texts.paid : changed ? texts.changed : texts.stopped);
        setPhase('over');
      }
      try {
        await onResult({ ...data });
      } catch {
        // Ours was not reached. If a card was charged, the server finds out by itself; nobody may try again meanwhile.
        setStatus(texts.unreached);
        setPhase('over');
        return;
      }
      if (ends) return;
      setProblem({ field: null, text: text ?? texts.declined });
      setPhase('form');
    },
    [onResult, texts],
  );

  const conclude = useCallback(
    async (result: PaymentIntentResult) => {
      const outcome = outcomeOf(result);
      switch (outcome.kind) {
        case 'report':
          return report(outcome.data, outcome.message ?? saying(outcome.data, texts));
        case 'typing':
          setProblem({ field: outcome.field, text: outcome.message });
          return setPhase('form');
        case 'unclear': {
          // Whether the card was charged is not for the page to guess.
          const { paymentIntent } = await stripe.retrievePaymentIntent(params.clientSecret).catch(unclear);
          const standing = paymentIntent && standingOf(paymentIntent, params);
          if (standing?.kind === 'report') return report(standing.data);
          if (!standing) return report({ outcome: 'processing', intent: params.intent });
          // Stripe's word that nothing was taken: no refusal by the bank, so none is reported.
          setProblem({ field: null, text: texts.again });
          return setPhase('form');
        }
      }
    },
    [stripe, params, report, texts],
  );

  const single = useCallback(
    async (work: () => Promise<void>) => {
      if (flying.current) return;
      flying.current = true;
      onBusy(true);
      try {
        await work();
      } finally {
        flying.current = false;
        onBusy(false);
      }
    },
    [onBusy],
  );

  /** Asks Stripe how the intent stands; true when a card may be charged for it now. */
  const mayPay = useCallback(async () => {
    const { paymentIntent } = await stripe.retrievePaymentIntent(params.clientSecret).catch(unclear);
    const standing = paymentIntent && standingOf(paymentIntent, params);
    if (!standing) {
      setProblem({ field: null, text: texts.asking });
      setPhase('form');
      return false;
    }
    if (standing.kind === 'report') await report(standing.data);
    return standing.kind !== 'report' && standing;
  }, [stripe, params, report, texts]);

  const pay = useCallback(
    (confirm: () => Promise<PaymentIntentResult>) =>
      single(async () => {
        setProblem(null);
        setPhase('paying');
        if (await mayPay()) await conclude(await confirm().catch(unclear));
      }),
    [single, mayPay, conclude],
  );

  useEffect(() => {
    if (looked.current === params.clientSecret) return;
    looked.current = params.clientSecret;
    void single(async () => {
      const standing = await mayPay();
      if (!standing) return;
      setPhase('form');
      if (standing.kind !== 'resume') return;
      setPhase('paying');
      const { clientSecret } = params;
      const next = await stripe.handleNextAction({ clientSecret }).catch(unclear);
      await conclude('setupIntent' in next ? unclear() : next);
    });
  }, [stripe, params, single, mayPay, conclude]);

  return { phase, problem, status, pay };
}

/** Stripe's script threw where it should have answered: what came of it is not known. */
function unclear(): PaymentIntentResult {
  return { error: { type: 'api_error' } };
}

function saying(data: StripeCardData, texts: Texts): string {
  const unproven = data.outcome === 'declined' && data.code === 'authentication_failed';
  return unproven ? texts.authentication : texts.declined;
}
