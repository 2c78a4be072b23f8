'use client';

import { useState } from 'react';
import { paymentComponents } from '@/components/payment/registry';
import type { Json } from '@/lib/checkout/json';
import { LoadGuard } from './load-guard';
import type { Step } from './results';
import { useHoldEnd } from './use-hold-end';
import { useResults } from './use-results';

export interface PayWords {
  readonly sent: string;
  readonly failed: string;
  readonly lost: string;
  readonly toOrder: string;
  readonly failures: Readonly<Record<string, string>>;
}

interface PaymentStageProps {
  checkout: string;
  attempt: string;
  method: string;
  step: Step;
  /** Why the last try of this attempt came to nothing. */
  declined?: string;
  /** What the method's component needs of the configuration. */
  settings?: Json;
  order: string;
  serverNow: string;
  expiresAt: string | null;
  locale: string;
  payLabel: string;
  /** The method's own words. */
  texts: Readonly<Record<string, string>>;
  words: PayWords;
}

/** Runs the method's component and carries what it produces. Knows no method: the registry does. */
export function PaymentStage(props: PaymentStageProps) {
  const { method, settings, order, words, texts, locale, payLabel } = props;
  const [busy, setBusy] = useState(false);
  const { step, standing, declined, onResult } = useResults(props, props.step);
  const ended = useHoldEnd({ ...props, busy: busy || standing !== 'ready' });
  const Method = paymentComponents[method];
  const broken = <Notice text={words.failed} order={order} link={words.toOrder} />;
  if (!Method) return broken;
  return (
    <div className="flex flex-col gap-5">
      {declined && (
        <p role="alert" className="rounded-md border border-danger/40 bg-danger-soft p-4 font-semibold">
          {words.failures[declined] ?? words.failures.unknown_reason}
        </p>
      )}
      <LoadGuard fallback={broken}>
        <Method
          params={step.params as Json}
          resume={step.resume as Json | undefined}
          settings={settings}
          amountLabel={payLabel}
          disabled={ended || standing === 'sent' || standing === 'lost'}
          locale={locale}
          texts={texts}
          onResult={onResult}
          onBusy={setBusy}
        />
      </LoadGuard>
      <p role="status" className="font-semibold empty:hidden">
        {standing === 'sent' ? words.sent : ''}
      </p>
      {standing === 'lost' && <Notice text={words.lost} order={order} link={words.toOrder} />}
    </div>
  );
}

/** Something only the order's page can settle. */
function Notice({ text, order, link }: { text: string; order: string; link: string }) {
  return (
    <div role="alert" className="space-y-3 rounded-md border border-danger/40 bg-danger-soft p-4">
      <p className="font-semibold">{text}</p>
      <a href={order} className="inline-block font-semibold underline underline-offset-4">
        {link}
      </a>
    </div>
  );
}
