'use client';

import { useMemo, useRef, useState } from 'react';
import type { AdyenSettings } from '@/lib/payments/adyen/types';
import type {
  AdyenDropinData,
  AdyenDropinParams,
  AdyenDropinResume,
} from '@/lib/payments/adyen-dropin/types';
import { DropinForm } from './adyen-dropin/form';
import type { Texts } from './adyen-dropin/texts';
import { Trouble } from './parts/trouble';
import { useParams } from './parts/use-params';
import type { PaymentProps } from './types';

/**
 * Pays an Adyen payment session with Adyen's Drop-in. Digits are typed into Adyen's frames and never reach this page. A
 * session that the supplier made anew, after a refusal, gets a form of its own.
 */
export function AdyenDropin({
  params: json,
  resume: back,
  settings,
  texts: words,
  locale,
  ...page
}: PaymentProps) {
  const { params, key } = useParams<AdyenDropinParams>(json);
  const { params: resume, key: returned } = useParams<AdyenDropinResume | null>(back ?? null);
  const { params: where } = useParams<AdyenSettings>(settings ?? {});
  const payment = useMemo(
    () => ({ params, resume, urls: where.urls, locale }),
    [params, resume, where, locale],
  );
  const [notice, setNotice] = useState('');
  const refused = useRef(0);
  const texts = words as Texts;
  return (
    <div className="space-y-5">
      <Trouble text={notice} />
      <DropinForm
        key={`${key} ${returned}`}
        payment={payment}
        refused={refused}
        texts={texts}
        onOver={({ outcome }) => setNotice(noticeOf(outcome, texts))}
        disabled={page.disabled}
        onResult={page.onResult}
        onBusy={page.onBusy}
      />
    </div>
  );
}

/** Why the form stands there again, empty. A refusal is said by the page, in the supplier's word. */
function noticeOf(outcome: AdyenDropinData['outcome'], { cancelled, expired }: Texts): string {
  switch (outcome) {
    case 'cancelled':
      return cancelled;
    case 'expired':
      return expired;
    case 'result':
    case 'error':
      return '';
  }
}
