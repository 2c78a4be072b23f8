import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const TONES = {
  neutral: { classes: 'border-line bg-raised text-muted', Icon: Info },
  positive: { classes: 'border-positive/40 bg-positive-soft text-positive', Icon: CircleCheck },
  warning: { classes: 'border-warning/40 bg-warning-soft text-warning', Icon: TriangleAlert },
  danger: { classes: 'border-danger/40 bg-danger-soft text-danger', Icon: CircleAlert },
} as const;

interface AlertProps {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  className?: string;
  /** Only for what appears while the page is open. */
  role?: 'alert' | 'status';
}

/** A message that must not be missed. */
export function Alert({ tone = 'neutral', title, children, className, role }: AlertProps) {
  const { classes, Icon } = TONES[tone];
  return (
    <div className={cn('flex gap-3 rounded-md border p-4', classes, className)} role={role}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 space-y-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="supplied leading-relaxed">{children}</div>}
      </div>
    </div>
  );
}
