'use client';

import { useEffect, useState } from 'react';
import { report } from './report';
import type { Step } from './results';

interface Paying {
  readonly checkout: string;
  readonly attempt: string;
  readonly method: string;
  /** The order's page. */
  readonly order: string;
  /** Why the last try came to nothing, where the page was loaded again since. */
  readonly declined?: string;
}

type Standing = 'ready' | 'sending' | 'sent' | 'lost';

/** Carries results of the method's component to the server and its answers back; leaves for what comes next, or for the order when it is over. */
export function useResults({ checkout, attempt, method, order, ...before }: Paying, first: Step) {
  const [step, setStep] = useState(first);
  const [standing, setStanding] = useState<Standing>('ready');
  const [declined, setDeclined] = useState(before.declined);

  useEffect(() => {
    /** Back from the order, out of the browser's cache: what is shown may be long over. */
    const back = (event: PageTransitionEvent) => event.persisted && window.location.replace(order);
    window.addEventListener('pageshow', back);
    return () => window.removeEventListener('pageshow', back);
  }, [order]);

  async function onResult(data: unknown): Promise<void> {
    setStanding('sending');
    setDeclined(undefined);
    const after = await report({ checkout, attempt, method, step: step.id, data });
    if (after.kind === 'stay') {
      setStep(after.step);
      setDeclined(isSaid(data, step, after.step) ? undefined : after.declined);
      setStanding('ready');
    } else if (after.kind === 'lost') {
      setStanding('lost');
      throw new Error('The result did not reach the server.');
    } else {
      setStanding('sent');
      window.location.assign(after.to ?? order);
    }
  }

  return { step, standing, declined, onResult };
}

/** A component that reported the decline has said so itself, unless what it was about is over and it shows something else. */
function isSaid(data: unknown, before: Step, now: Step): boolean {
  const reported =
    typeof data === 'object' && data !== null && 'outcome' in data && data.outcome === 'declined';
  return reported && JSON.stringify(before.params) === JSON.stringify(now.params);
}
