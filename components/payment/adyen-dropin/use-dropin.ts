import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AdyenDropinData } from '@/lib/payments/adyen-dropin/types';
import { usePageColours } from '../parts/page-colours';
import type { PaymentProps } from '../types';
import { type Opened, openDropin, type Payment } from './open';
import { isRefusedCall } from './outcome';

/**
 * `sent`: what came of it is with the shop, and the page has not said yet whether it stays. `failed`: Adyen cannot be
 * had, and nothing was taken. `lost`: the shop was not reached, and nobody here knows.
 */
export type Phase = 'opening' | 'form' | 'paying' | 'sent' | 'failed' | 'lost';

interface Given extends Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'> {
  readonly payment: Payment;
  /** Sessions in a row that Adyen refused before a form was shown: what keeps being refused is not asked for for ever. */
  readonly refused: RefObject<number>;
  onOver(data: AdyenDropinData): void;
}

const MOST_REFUSED = 2;

/** One session's Drop-in from opening to outcome; the outcome is handed over once, whatever the library says after it. */
export function useDropin({ payment, refused, disabled, onResult, onBusy, onOver }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const opened = useRef<Opened>(null);
  const told = useRef(false);
  const [phase, setPhase] = useState<Phase>('opening');
  const [round, setRound] = useState(0);
  const [handedOver, setHandedOver] = useState(0);
  const colours = usePageColours();

  const mayPay = useEffectEvent(() => {
    if (disabled || told.current) return false;
    onBusy(true);
    setPhase('paying');
    return true;
  });

  const shown = useEffectEvent(() => {
    refused.current = 0;
    setPhase((now) => (now === 'opening' ? 'form' : now));
  });

  const over = useEffectEvent(async (data: AdyenDropinData) => {
    if (told.current) return;
    told.current = true;
    setPhase('sent');
    onBusy(true);
    onOver(data);
    try {
      await onResult({ ...data });
      setHandedOver((count) => count + 1);
    } catch {
      // Ours was not reached. If the card was charged, the server finds out by itself; nobody may try again meanwhile.
      setPhase('lost');
    } finally {
      onBusy(false);
    }
  });

  const broke = useEffectEvent((error: unknown) => {
    const sessionId = payment.resume?.sessionId ?? payment.params.session.id;
    if (!isRefusedCall(error) || refused.current >= MOST_REFUSED) return setPhase('failed');
    refused.current += 1;
    const unclear = { outcome: 'error', sessionId, why: 'unclear' } as const;
    void over(payment.resume ? unclear : { outcome: 'expired', sessionId });
  });

  const painted = colours !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for the same session again
  useEffect(() => {
    if (!painted || !place.current) return;
    let here = true;
    const events = {
      shown: () => here && shown(),
      mayPay: () => here && mayPay(),
      over: (data: AdyenDropinData) => here && over(data),
    };
    openDropin(place.current, payment, colours, events).then(
      (one) => {
        if (!here) return one.close();
        opened.current = one;
      },
      (error) => here && broke(error),
    );
    return () => {
      here = false;
      opened.current?.close();
      opened.current = null;
    };
  }, [painted, payment, round]);

  useEffect(() => {
    if (colours) opened.current?.restyle(colours);
  }, [colours]);

  const again = () => {
    told.current = false;
    setPhase('opening');
    setRound((count) => count + 1);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: when a result was handed over, and what became of the page
  useEffect(() => {
    // The page stayed, and so did the session: another try with it.
    if (handedOver > 0 && phase === 'sent' && !disabled) again();
  }, [handedOver, disabled]);

  return { place, phase, retry: again };
}
