import type { ReactNode } from 'react';

interface CardFieldProps {
  id: string;
  label: string;
  error?: string;
  /** The field in it, ours or a frame of Stripe's, has the focus. */
  focused: boolean;
  children: ReactNode;
}

/** Label, box and error of one card field. The box is as tall before Stripe's frame is in it as after. */
export function CardField({ id, label, error, focused, children }: CardFieldProps) {
  const edge = error ? 'border-danger ring-1 ring-danger' : 'border-edge';
  const ring = focused ? 'outline-3 outline-offset-2 outline-accent' : '';
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <div
        className={`flex h-12 items-center rounded-md border bg-raised px-3.5 ${edge} ${ring} [&>*]:w-full`}
      >
        {children}
      </div>
      <p role="alert" id={`${id}-error`} className="font-semibold text-danger text-sm empty:hidden">
        {error}
      </p>
    </div>
  );
}
