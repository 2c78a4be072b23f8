import { useEffect, useRef, useState } from 'react';
import type { StripeManualData } from '@/lib/payments/stripe-manual/types';
import type { PaymentProps } from '../types';

/** `sent`: it is with the shop, and the page has not said yet whether it stays. `lost`: nobody knows. */
export type Phase = 'ready' | 'working' | 'sent' | 'lost';

type Given = Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'>;

/**
 * Work that ends in something for the shop, once however often it is asked for. `again` is told when the page stayed, because
 * another try is wanted.
 */
export function useHanding({ disabled, onResult, onBusy }: Given, again: () => void) {
  const [phase, setPhase] = useState<Phase>('ready');
  const flying = useRef(false);
  const wanted = useRef(again);
  wanted.current = again;

  useEffect(() => {
    if (phase !== 'sent' || disabled) return;
    wanted.current();
    setPhase('ready');
  }, [phase, disabled]);

  /** `work` answers null when there is nothing to hand over. */
  async function hand(work: () => Promise<StripeManualData | null>): Promise<void> {
    if (flying.current || disabled || phase !== 'ready') return;
    flying.current = true;
    onBusy(true);
    setPhase('working');
    try {
      const data = await work();
      if (data === null) return setPhase('ready');
      await onResult({ ...data });
      setPhase('sent');
    } catch {
      // The shop was not reached, or its answer was lost. It may be charging: nobody may try again meanwhile.
      setPhase('lost');
    } finally {
      flying.current = false;
      onBusy(false);
    }
  }

  return { phase, hand };
}
