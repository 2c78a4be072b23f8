import type { Stripe } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';
import { type Account, loadClient } from './load';

interface Loaded {
  /** Which accounts these are: a card must never be typed into the form of another. */
  readonly key: string;
  /** One an account, in their order; null until all are there. */
  readonly clients: readonly Stripe[] | null;
  readonly failed: boolean;
}

/** Stripe's clients for these accounts, and another try where its script could not be had. */
export function useClients(accounts: readonly Account[], scriptUrl: string, locale: string) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(accounts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for the same again
  useEffect(() => {
    let here = true;
    const wanted: readonly Account[] = JSON.parse(key);
    Promise.all(wanted.map((account) => loadClient(account, scriptUrl, locale))).then(
      (clients) => here && setLoaded({ key, clients, failed: false }),
      () => here && setLoaded({ key, clients: null, failed: true }),
    );
    return () => {
      here = false;
    };
  }, [key, scriptUrl, locale, tries]);
  const retry = () => {
    setLoaded(undefined);
    setTries((count) => count + 1);
  };
  const current = loaded?.key === key ? loaded : null;
  return { clients: current?.clients ?? null, failed: current?.failed ?? false, retry };
}
