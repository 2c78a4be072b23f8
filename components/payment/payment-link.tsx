'use client';

import type { PaymentLinkParams, PaymentLinkSettings } from '@/lib/payments/payment-link/types';
import { Over } from './parts/pay-button';
import { useParams } from './parts/use-params';
import { Facts } from './payment-link/facts';
import { ScanCode } from './payment-link/scan-code';
import type { Texts } from './payment-link/texts';
import type { PaymentProps } from './types';

/**
 * A link to pay by, as a code for another device and as a button for this one: both are always there. The page hears from the
 * server how it went; this component learns nothing and works without scripts.
 */
export function PaymentLink({ params: json, settings, amountLabel, disabled, locale, texts }: PaymentProps) {
  const { params } = useParams<PaymentLinkParams>(json);
  const { params: code } = useParams<PaymentLinkSettings | null>(settings ?? null);
  const words = texts as Texts;
  const { url, service, standing } = params;
  if (disabled) return <Over text={words.over} />;
  const said = (text: string) => text.replace('{service}', service).replace('{pay}', amountLabel);
  return (
    <div className="space-y-6">
      {standing && (
        <p
          role="status"
          className="rounded-md border border-warning/40 bg-warning-soft p-4 font-semibold text-warning"
        >
          {said(words[standing])}
        </p>
      )}
      <div className="flex flex-col gap-6 sm:flex-row sm:items-center sm:gap-8">
        <div className="order-2 flex flex-col items-center gap-3 sm:order-1">
          {code && <ScanCode drawing={code} label={said(words.code)} />}
          <p className="max-w-56 text-center text-muted text-sm">{words.scan}</p>
        </div>
        <div className="order-1 min-w-0 flex-1 space-y-5 sm:order-2">
          <Facts params={params} locale={locale} texts={words} />
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className="flex min-h-13 w-full items-center justify-center rounded-full bg-accent px-6 py-3 text-center font-semibold text-accent-ink text-lg shadow-card hover:bg-accent-strong"
          >
            <span>
              {said(words.open)}
              <span className="sr-only"> {words.newTab}</span>
            </span>
          </a>
          <p className="text-muted text-sm">{words.once}</p>
        </div>
      </div>
    </div>
  );
}
