import type { Stripe } from '@stripe/stripe-js';
import type { ReactNode } from 'react';
import { NotLoaded, Opening } from '../parts/opening';
import type { Account } from './load';
import type { Texts } from './texts';
import { useClients } from './use-clients';

interface WithStripeProps {
  accounts: readonly Account[];
  scriptUrl: string;
  locale: string;
  texts: Texts;
  /** Renders the form with one client an account, in their order. */
  children: (clients: readonly Stripe[]) => ReactNode;
}

/** Shows the form once Stripe's script is there, its place until then, and a way to try again when it cannot be had. */
export function WithStripe({ accounts, scriptUrl, locale, texts, children }: WithStripeProps) {
  const { clients, failed, retry } = useClients(accounts, scriptUrl, locale);
  if (failed) return <NotLoaded texts={texts} retry={retry} />;
  return clients ? children(clients) : <Opening text={texts.opening} />;
}
