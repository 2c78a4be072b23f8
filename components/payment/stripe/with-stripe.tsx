import type { Stripe } from '@stripe/stripe-js';
import type { ReactNode } from 'react';
import { FormSkeleton } from '../form-skeleton';
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
  if (failed) {
    return (
      <div role="alert" className="space-y-4 rounded-md border-s-4 border-danger bg-danger-soft p-4">
        <p>{texts.notLoaded}</p>
        <button
          type="button"
          onClick={retry}
          className="min-h-12 rounded-full border border-edge bg-raised px-6 font-semibold hover:border-ink"
        >
          {texts.retry}
        </button>
      </div>
    );
  }
  return clients ? children(clients) : <Opening text={texts.opening} />;
}

/** The form's place while it opens, and a word for those who do not see it. */
export function Opening({ text }: { text: string }) {
  return (
    <div role="status">
      <span className="sr-only">{text}</span>
      <FormSkeleton />
    </div>
  );
}
