'use client';

import type { SpreedlyExpressParams, SpreedlyExpressSettings } from '@/lib/payments/spreedly-express/types';
import { useParams } from './parts/use-params';
import { ExpressForm } from './spreedly-express/form';
import type { Texts } from './spreedly-express/texts';
import type { PaymentProps } from './types';

/**
 * Takes a card in Spreedly Express, for a supplier that charges it itself. Digits are typed into Spreedly's window and never
 * reach this page.
 */
export function SpreedlyExpress({ params: json, settings, texts, ...rest }: PaymentProps) {
  const { params, key } = useParams<SpreedlyExpressParams>(json);
  const { params: where } = useParams<SpreedlyExpressSettings>(settings ?? null);
  return <ExpressForm key={key} params={params} settings={where} texts={texts as Texts} {...rest} />;
}
