import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AdyenCardFieldsData } from '@/lib/payments/adyen-card-fields/types';
import { usePageColours } from '../parts/page-colours';
import type { PaymentProps } from '../types';
import { type Fields, type Opened, openFields } from './open';

/** `sent`: it is with the shop, and the page has not said yet whether it stays. `lost`: nobody knows. */
export type Phase = 'opening' | 'form' | 'paying' | 'sent' | 'failed' | 'lost';

interface Given extends Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'> {
  readonly fields: Fields;
  /** The page stayed: what was handed over is used, and another try wants new fields. */
  onUsed(): void;
}

/** Adyen's fields from opening to hand-over. A card is handed over once, however often the button is pressed. */
export function useFields({ fields, disabled, onResult, onBusy, onUsed }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const opened = useRef<Opened>(null);
  const told = useRef(false);
  const [phase, setPhase] = useState<Phase>('opening');
  const [round, setRound] = useState(0);
  const colours = usePageColours();

  const shown = useEffectEvent(() => setPhase((now) => (now === 'opening' ? 'form' : now)));

  const given = useEffectEvent(async (data: AdyenCardFieldsData) => {
    if (told.current || disabled) return;
    told.current = true;
    setPhase('paying');
    onBusy(true);
    try {
      await onResult({ ...data, paymentMethod: { ...data.paymentMethod } });
      setPhase('sent');
    } catch {
      // The shop was not reached, or its answer was lost. It may be charging: nobody may try again meanwhile.
      setPhase('lost');
    } finally {
      onBusy(false);
    }
  });

  const painted = colours !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for the same fields again
  useEffect(() => {
    if (!painted || !place.current) return;
    let here = true;
    const events = {
      shown: () => here && shown(),
      given: (data: AdyenCardFieldsData) => void (here && given(data)),
    };
    openFields(place.current, fields, colours, events).then(
      (one) => {
        if (!here) return one.close();
        opened.current = one;
      },
      () => here && setPhase('failed'),
    );
    return () => {
      here = false;
      opened.current?.close();
      opened.current = null;
    };
  }, [painted, fields, round]);

  useEffect(() => {
    if (colours) opened.current?.restyle(colours);
  }, [colours]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the page has stayed
  useEffect(() => {
    if (phase === 'sent' && !disabled) onUsed();
  }, [phase, disabled]);

  const retry = () => {
    setPhase('opening');
    setRound((count) => count + 1);
  };

  return { place, phase, retry, submit: () => opened.current?.submit() };
}
