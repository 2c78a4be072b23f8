import { type SyntheticEvent, useMemo, useRef } from 'react';
import { formatAmount } from '@/lib/checkout/money';
import type { SpreedlyExpressParams, SpreedlyExpressSettings } from '@/lib/payments/spreedly-express/types';
import { NotLoaded } from '../parts/opening';
import { Over, PayButton } from '../parts/pay-button';
import type { PaymentProps } from '../types';
import type { Texts } from './texts';
import { useExpress } from './use-express';

interface FormProps extends Omit<PaymentProps, 'params' | 'settings' | 'resume' | 'texts'> {
  params: SpreedlyExpressParams;
  settings: SpreedlyExpressSettings;
  texts: Texts;
}

/** The field that Spreedly's documentation names, and that forms on other fronts send as it is. */
const TOKEN = 'payment_method_token';

/**
 * A button that opens Spreedly's window, in the form that its token goes into: submitted without a token it asks for one,
 * submitted with one it hands it over.
 */
export function ExpressForm({ params, settings, texts, amountLabel, locale, ...page }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = useMemo(
    () => ({ amount: formatAmount(params.amount, locale), submit: amountLabel }),
    [params, locale, amountLabel],
  );
  const onToken = (token: string) => {
    if (field.current) field.current.value = token;
    form.current?.requestSubmit();
  };
  const { phase, open, send, retry } = useExpress({ params, settings, words, onToken, ...page });

  function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get(TOKEN);
    // A token charges once: the next submit asks for another.
    if (field.current) field.current.value = '';
    if (typeof token === 'string' && token !== '') void send(token);
    else open();
  }

  if (phase === 'lost') return <Over text={texts.unreached} />;
  if (phase === 'failed') return <NotLoaded texts={texts} retry={retry} />;
  const locked = phase !== 'form' || page.disabled;
  const said = phase === 'opening' ? texts.opening : phase === 'open' ? texts.window : texts.paying;
  return (
    <form ref={form} onSubmit={submit} className="space-y-5" aria-busy={phase !== 'form'}>
      <p>{texts.how}</p>
      <input ref={field} type="hidden" name={TOKEN} />
      <PayButton label={amountLabel} locked={locked} paying={phase !== 'form'} text={said} />
    </form>
  );
}
