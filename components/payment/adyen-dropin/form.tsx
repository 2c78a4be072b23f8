import type { RefObject } from 'react';
import type { AdyenDropinData } from '@/lib/payments/adyen-dropin/types';
import { NotLoaded } from '../parts/opening';
import { Over } from '../parts/pay-button';
import type { PaymentProps } from '../types';
import type { Payment } from './open';
import { DropinSkeleton } from './skeleton';
import type { Texts } from './texts';
import { useDropin } from './use-dropin';

interface FormProps extends Pick<PaymentProps, 'disabled' | 'onResult' | 'onBusy'> {
  payment: Payment;
  refused: RefObject<number>;
  texts: Texts;
  onOver(data: AdyenDropinData): void;
}

/** Adyen's own form, in the place that was kept for it. Its button says the amount. */
export function DropinForm({ texts, ...given }: FormProps) {
  const { place, phase, retry } = useDropin(given);
  if (phase === 'lost') return <Over text={texts.unreached} />;
  if (phase === 'failed') return <NotLoaded texts={texts} retry={retry} />;
  const finishing = given.payment.resume !== null;
  const opening = phase === 'opening' && !finishing;
  const locked = given.disabled || phase === 'sent';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] *:col-start-1 *:row-start-1" aria-busy={phase !== 'form'}>
      {opening && <DropinSkeleton text={texts.opening} holder={asksHolder(given.payment)} />}
      {finishing && <Over text={texts.finishing} />}
      <div
        ref={place}
        inert={locked}
        className={`adyen-dropin ${opening ? 'invisible' : ''} ${locked ? 'opacity-70' : ''}`}
      />
    </div>
  );
}

/** Whether the supplier has the card's holder asked for; the library's own default is not to. */
function asksHolder({ params }: Payment): boolean {
  const { card } = params.configuration;
  return typeof card === 'object' && card !== null && 'hasHolderName' in card && card.hasHolderName === true;
}
