import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export const inputClass = cn(
  'block min-h-12 w-full rounded-md border border-edge bg-raised px-3.5 py-2.5 text-base text-ink',
  'placeholder:text-muted hover:border-ink aria-invalid:border-2 aria-invalid:border-danger',
);

/** One-line input. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(inputClass, className)} {...rest} />;
}

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: string;
  error?: string;
  /** Said beside the label of what may be left empty. */
  optional?: string;
  className?: string;
  children: ReactNode;
}

/** Label, hint and error round one control. The control names them itself: see `describedBy`. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={cn('space-y-1.5', error && 'border-s-4 border-danger ps-4', className)}>
      <label htmlFor={id} className="block font-semibold">
        {label} {optional && <span className="font-normal text-muted">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="supplied text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** What a control says of itself: which texts describe it, and that it is wrong. */
export function described(id: string, { hint, error }: { hint?: string; error?: string }) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  } as const;
}
