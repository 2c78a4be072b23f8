import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const buttonClass = cva(
  [
    'relative inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 py-3 text-center text-base font-semibold',
    'leading-tight no-underline transition-[background-color,box-shadow,transform] duration-150 active:translate-y-px',
    'aria-busy:pointer-events-none aria-busy:opacity-75 disabled:cursor-not-allowed disabled:opacity-55',
    'forced-colors:border forced-colors:border-[ButtonText]',
  ],
  {
    variants: {
      kind: {
        primary: 'bg-accent text-accent-ink shadow-card hover:bg-accent-strong',
        spot: 'bg-spot text-spot-ink hover:bg-spot-strong',
        secondary: 'border border-edge bg-raised text-ink hover:border-ink hover:bg-sunken',
        quiet: 'min-h-11 px-3 text-accent underline decoration-1 underline-offset-4 hover:decoration-2',
        danger: 'border border-danger bg-raised text-danger hover:bg-danger-soft',
      },
      size: { normal: '', small: 'min-h-10 px-4 py-2 text-sm', wide: 'w-full text-lg' },
    },
    defaultVariants: { kind: 'primary', size: 'normal' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonClass> {
  /** Puts the button's looks on its only child, a link for instance. */
  asChild?: boolean;
  /** At work: says so to assistive technology and takes no clicks. */
  loading?: boolean;
}

/** A button, or with `asChild` a link that looks like one. Forms busy themselves: see `SubmitOnce`. */
export function Button({ asChild = false, loading, kind, size, className, type, ...rest }: ButtonProps) {
  const classes = cn(buttonClass({ kind, size }), className);
  if (asChild) return <Slot.Root className={classes} {...rest} />;
  return <button type={type ?? 'submit'} className={classes} aria-busy={loading} {...rest} />;
}
