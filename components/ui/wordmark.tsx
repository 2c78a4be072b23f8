import { cn } from './cn';

/** The name over the door: a name, and the arch of a proscenium in front of it. */
export function Wordmark({ name, className }: { name: string; className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-2 font-display text-2xl font-bold tracking-tight',
        className,
      )}
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-7">
        <path fill="var(--color-spot)" d="M2 22V11a10 10 0 0 1 20 0v11h-4V11.5a6 6 0 0 0-12 0V22z" />
        <path fill="var(--color-spot)" d="M9.5 22V12.5a2.5 2.5 0 0 1 5 0V22z" opacity=".55" />
      </svg>
      {name}
    </span>
  );
}
