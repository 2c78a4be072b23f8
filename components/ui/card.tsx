import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A raised sheet of paper. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('rounded-lg border border-line bg-raised p-5 shadow-card sm:p-7', className)}
      {...rest}
    />
  );
}

export function CardTitle({ className, ...rest }: ComponentProps<'h2'>) {
  return <h2 className={cn('text-xl leading-snug font-bold', className)} {...rest} />;
}
