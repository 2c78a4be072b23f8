import type { SyntheticEvent } from 'react';
import { DropinSkeleton } from '../adyen-dropin/skeleton';
import { NotLoaded } from '../parts/opening';
import { Over, PayButton } from '../parts/pay-button';
import type { PaymentProps } from '../types';
import type { Fields } from './open';
import type { Texts } from './texts';
import { useFields } from './use-fields';

interface FormProps extends Pick<PaymentProps, 'amountLabel' | 'disabled' | 'onResult' | 'onBusy'> {
  fields: Fields;
  texts: Texts;
  onUsed(): void;
}

/** Adyen's card fields in the place that was kept for them, and our own button below. */
export function CardFieldsForm({ texts, amountLabel, ...given }: FormProps) {
  const { place, phase, retry, submit } = useFields(given);
  if (phase === 'lost') return <Over text={texts.unreached} />;
  if (phase === 'failed') return <NotLoaded texts={texts} retry={retry} />;
  const opening = phase === 'opening';
  const locked = given.disabled || phase !== 'form';
  const pay = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!locked) submit();
  };
  return (
    <form
      onSubmit={pay}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] *:col-start-1"
      aria-busy={phase !== 'form'}
    >
      {opening && (
        <div className="row-start-1">
          <DropinSkeleton text={texts.opening} holder />
        </div>
      )}
      <div className={`row-start-1 space-y-5 ${opening ? 'invisible' : ''}`}>
        <div
          ref={place}
          inert={locked}
          className={`adyen-dropin ${locked && !opening ? 'opacity-70' : ''}`}
        />
        <PayButton label={amountLabel} locked={locked} paying={phase === 'paying'} text={texts.paying} />
      </div>
    </form>
  );
}
