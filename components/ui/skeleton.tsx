import { cn } from './cn';

/** A grey shape of the size of what is to come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse-soft rounded-md bg-line', className)} />;
}
