import { CardCvcElement, CardExpiryElement, CardNumberElement, useElements } from '@stripe/react-stripe-js';
import type { Stripe, StripeElementStyle } from '@stripe/stripe-js';
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { FormSkeleton } from '../form-skeleton';
import type { PaymentProps } from '../types';
import { CardField } from './card-field';
import type { Field } from './intent';
import type { Texts } from './texts';
import { usePayment } from './use-payment';
import { useElementStyle } from './use-style';

interface FormProps extends Omit<PaymentProps, 'params' | 'texts'> {
  stripe: Stripe;
  params: StripeCardParams;
  texts: Texts;
}

type Slot = Field | 'name';
const EMPTY: Readonly<Record<Field, boolean>> = { number: false, expiry: false, code: false };
const ORDER: readonly Field[] = ['number', 'expiry', 'code'];

/** Name, number, expiry and code, each in a field of its own: phones show one keyboard a field, and people one mistake. */
export function CardForm({ stripe, params, texts, amountLabel, disabled, onResult, onBusy }: FormProps) {
  const elements = useElements();
  const trouble = useRef<HTMLParagraphElement>(null);
  const style = useElementStyle();
  const { phase, problem, status, setProblem, pay } = usePayment(stripe, params, { onResult, onBusy }, texts);
  const [name, setName] = useState(params.billing.name);
  const [complete, setComplete] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<Slot, string>>>({});
  const [focused, setFocused] = useState<Slot | null>(null);

  const locked = phase !== 'form' || disabled;
  const shown = problem?.field ? { ...errors, [problem.field]: problem.text } : errors;

  /** Puts the customer where the mistake is. */
  function attend(slot: Slot) {
    if (slot === 'name') document.getElementById('card-name')?.focus();
    else if (slot === 'number') elements?.getElement(CardNumberElement)?.focus();
    else if (slot === 'expiry') elements?.getElement(CardExpiryElement)?.focus();
    else elements?.getElement(CardCvcElement)?.focus();
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const card = elements?.getElement(CardNumberElement);
    if (locked || !card) return;
    const missing: Partial<Record<Slot, string>> = name.trim() ? {} : { name: texts.nameMissing };
    for (const field of ORDER)
      if (!complete[field]) missing[field] = errors[field] ?? texts[`${field}Missing`];
    setErrors(missing);
    const [first] = (['name', ...ORDER] as const).filter((slot) => missing[slot]);
    if (first) return attend(first);
    const { email, phone } = params.billing;
    await pay(() =>
      stripe.confirmCardPayment(params.clientSecret, {
        payment_method: { card, billing_details: { name: name.trim(), email, phone } },
      }),
    );
  }

  const wide = problem && problem.field === null ? problem.text : '';
  useEffect(() => {
    if (wide) trouble.current?.focus();
  }, [wide]);

  const field = (slot: Field) => ({
    onChange: (change: { complete: boolean; error?: { message: string } }) => {
      setComplete((before) => ({ ...before, [slot]: change.complete }));
      setErrors((before) => ({ ...before, [slot]: change.error?.message }));
      if (problem?.field === slot) setProblem(null);
    },
    onFocus: () => setFocused(slot),
    onBlur: () => setFocused((now) => (now === slot ? null : now)),
  });
  const options = useOptions(style, locked);

  if (phase === 'over') {
    return (
      <p role="status" className="rounded-md border-s-4 border-edge bg-sunken p-4 font-semibold">
        {status}
      </p>
    );
  }
  if (phase === 'looking') {
    return (
      <div role="status">
        <span className="sr-only">{texts.opening}</span>
        <FormSkeleton />
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-5" aria-busy={phase !== 'form'}>
      <CardField id="card-name" label={texts.name} error={shown.name} focused={focused === 'name'}>
        <input
          id="card-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onFocus={() => setFocused('name')}
          onBlur={() => setFocused(null)}
          autoComplete="cc-name"
          maxLength={200}
          required
          aria-invalid={shown.name ? true : undefined}
          aria-describedby={shown.name ? 'card-name-error' : undefined}
          className="bg-transparent text-base text-ink outline-none"
        />
      </CardField>
      <CardField id="card-number" label={texts.number} error={shown.number} focused={focused === 'number'}>
        <CardNumberElement id="card-number" options={options.number} {...field('number')} />
      </CardField>
      <div className="grid grid-cols-2 gap-4">
        <CardField id="card-expiry" label={texts.expiry} error={shown.expiry} focused={focused === 'expiry'}>
          <CardExpiryElement id="card-expiry" options={options.plain} {...field('expiry')} />
        </CardField>
        <CardField id="card-code" label={texts.code} error={shown.code} focused={focused === 'code'}>
          <CardCvcElement id="card-code" options={options.plain} {...field('code')} />
        </CardField>
      </div>
      <p ref={trouble} role="alert" tabIndex={-1} className="font-semibold text-danger empty:hidden">
        {wide}
      </p>
      <button
        type="submit"
        aria-disabled={locked}
        aria-busy={phase === 'paying'}
        className="min-h-13 w-full rounded-full bg-accent px-6 py-3 font-semibold text-accent-ink text-lg shadow-card hover:bg-accent-strong aria-disabled:cursor-not-allowed aria-disabled:opacity-70"
      >
        {amountLabel}
      </button>
      <p role="status" className="-mb-5 min-h-6 text-center text-muted text-sm">
        {phase === 'paying' ? texts.paying : ''}
      </p>
    </form>
  );
}

/** The same objects while nothing changes: Stripe's frames are told of each new one. */
function useOptions(style: StripeElementStyle, disabled: boolean) {
  return useMemo(
    () => ({
      number: { style, disabled, showIcon: true, disableLink: true },
      plain: { style, disabled },
    }),
    [style, disabled],
  );
}
