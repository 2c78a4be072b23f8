'use client';

import { useMemo, useState } from 'react';
import type { AdyenSettings } from '@/lib/payments/adyen/types';
import type { AdyenCardFieldsParams } from '@/lib/payments/adyen-card-fields/types';
import { CardFieldsForm } from './adyen-card-fields/form';
import type { Texts } from './adyen-card-fields/texts';
import { useParams } from './parts/use-params';
import type { PaymentProps } from './types';

/**
 * Takes a card in Adyen's own fields and hands over what they encrypted, for a supplier that sends it to Adyen itself. Digits
 * are typed into Adyen's frames and never reach this page. What was handed over is used once: another try gets new fields.
 */
export function AdyenCardFields({ params: json, settings, texts: words, locale, ...page }: PaymentProps) {
  const { params } = useParams<AdyenCardFieldsParams>(json);
  const { params: where } = useParams<AdyenSettings>(settings ?? {});
  const fields = useMemo(() => ({ params, urls: where.urls, locale }), [params, where, locale]);
  const [round, setRound] = useState(0);
  return (
    <CardFieldsForm
      key={round}
      fields={fields}
      texts={words as Texts}
      onUsed={() => setRound((count) => count + 1)}
      {...page}
    />
  );
}
