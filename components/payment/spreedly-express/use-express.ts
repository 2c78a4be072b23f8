import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SpreedlyExpressParams, SpreedlyExpressSettings } from '@/lib/payments/spreedly-express/types';
import type { PaymentProps } from '../types';
import { prepareExpress } from './express';

/** `open`: Spreedly's window is. `sent`: the token is with the shop, and the page has not said yet whether it stays. */
export type Phase = 'opening' | 'form' | 'open' | 'sent' | 'failed' | 'lost';

interface Given extends Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'> {
  readonly params: SpreedlyExpressParams;
  readonly settings: SpreedlyExpressSettings;
  readonly words: { readonly amount: string; readonly submit: string };
  /** Puts a token into the form and submits it. */
  onToken(token: string): void;
}

/** Express for one card, from its script to the token that the shop was handed. */
export function useExpress({ params, settings, words, disabled, onToken, onResult, onBusy }: Given) {
  const [phase, setPhase] = useState<Phase>('opening');
  const [tries, setTries] = useState(0);
  const [handedOver, setHandedOver] = useState(0);
  const prepared = useRef<{ open(): void; close(): void }>(null);
  const flying = useRef(false);

  const take = useEffectEvent((token: string) => {
    if (!flying.current && !disabled) onToken(token);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for the same again, and its words are said once
  useEffect(() => {
    let here = true;
    const hear = {
      ready: () => here && setPhase((now) => (now === 'opening' ? 'form' : now)),
      token: (token: string) => here && take(token),
      closed: () => here && setPhase((now) => (now === 'open' ? 'form' : now)),
    };
    prepareExpress(settings, params, words, hear).then(
      (one) => {
        if (!here) return one.close();
        prepared.current = one;
      },
      () => here && setPhase('failed'),
    );
    return () => {
      here = false;
      prepared.current?.close();
      prepared.current = null;
    };
  }, [settings, params, tries]);

  const again = () => {
    flying.current = false;
    setPhase('opening');
    setTries((count) => count + 1);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: when a token was handed over, and what became of the page
  useEffect(() => {
    // The page stayed, and so did the params: another card.
    if (handedOver > 0 && phase === 'sent' && !disabled) again();
  }, [handedOver, disabled]);

  function open(): void {
    if (disabled || phase !== 'form') return;
    setPhase('open');
    prepared.current?.open();
  }

  /** Hands the token over, once, whatever Express says after it. */
  async function send(token: string): Promise<void> {
    if (disabled || flying.current) return;
    flying.current = true;
    onBusy(true);
    setPhase('sent');
    try {
      await onResult({ token });
      setHandedOver((count) => count + 1);
    } catch {
      // The shop was not reached, or its answer was lost. It may be charging: nobody may try again meanwhile.
      setPhase('lost');
    } finally {
      onBusy(false);
    }
  }

  return { phase, open, send, retry: again };
}
