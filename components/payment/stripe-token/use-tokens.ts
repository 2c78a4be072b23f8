import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PaymentProps } from '../types';
import type { CardHandle } from './card-entry';
import { type Entry, type Made, makeTokens } from './entries';

/** `sent`: the tokens are with the shop, and the page has not said yet whether it stays. `lost`: nobody knows. */
export type Phase = 'form' | 'paying' | 'sent' | 'lost';

interface Tokens {
  readonly phase: Phase;
  /** Checks every card, makes every token, then hands all of them over; one set, however often it is called. */
  pay(): Promise<void>;
}

type Given = Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'>;

/** What happens between the button and the shop. Only a whole set is ever handed over. */
export function useTokens(
  entries: readonly Entry[],
  cards: RefObject<readonly (CardHandle | null)[]>,
  { disabled, onResult, onBusy }: Given,
): Tokens {
  const [phase, setPhase] = useState<Phase>('form');
  const [refused, setRefused] = useState<Extract<Made, { kind: 'refused' }>>();
  const flying = useRef(false);

  useEffect(() => {
    // Not before: a field that is still locked cannot take the focus.
    if (refused) cards.current[refused.entry]?.say(refused.error);
  }, [refused, cards]);

  useEffect(() => {
    // The page stayed, so the supplier wants another try: tokens charge once, and so does what was typed for them.
    if (phase !== 'sent' || disabled) return;
    for (const card of cards.current) card?.clear();
    setPhase('form');
  }, [phase, disabled, cards]);

  async function handOver(handles: readonly CardHandle[]): Promise<void> {
    const made = await makeTokens(entries, async (index) => handles[index]?.token() ?? Promise.reject());
    if (made.kind === 'refused') {
      setPhase('form');
      setRefused(made);
      return;
    }
    try {
      await onResult({ tokens: { ...made.tokens } });
      setPhase('sent');
    } catch {
      // The shop was not reached, or its answer was lost. It may be charging: nobody may try again meanwhile.
      setPhase('lost');
    }
  }

  async function pay(): Promise<void> {
    const handles = cards.current.filter((card) => card !== null);
    if (flying.current || disabled || phase !== 'form' || handles.length < entries.length) return;
    // Every card is checked, so that every mistake is said at once.
    const wrong = handles.filter((card) => !card.check());
    if (wrong[0]) return wrong[0].attend();
    flying.current = true;
    onBusy(true);
    setPhase('paying');
    try {
      await handOver(handles);
    } finally {
      flying.current = false;
      onBusy(false);
    }
  }

  return { phase, pay };
}
