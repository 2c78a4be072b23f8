import { Check } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from './shown';
import { type Stage, stageOf } from './stage';

const STEPS = ['details', 'pay', 'tickets'] as const;

/** Which step a stage belongs to; stages off the path (an ended hold, say) show no progress. */
const AT: Readonly<Partial<Record<Stage, number>>> = {
  review: 0,
  details: 0,
  pay: 1,
  hand_over: 1,
  waiting: 1,
  unknown: 1,
  tickets: 2,
};

/** The way from details to tickets. */
export function Progress({ view, locale }: Shown) {
  const at = AT[stageOf(view)];
  if (at === undefined) return null;
  const t = translator(locale, 'checkout');
  return (
    <ol aria-label={t('steps.label')} className="flex flex-wrap gap-x-6 gap-y-2 text-sm" data-print="no">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={cn('flex items-center gap-2', index === at ? 'font-bold' : 'text-muted')}
        >
          <span
            aria-hidden
            className={cn(
              'grid size-6 place-items-center rounded-full border text-xs font-bold',
              index < at && 'border-positive bg-positive-soft text-positive',
              index === at && 'border-accent bg-accent text-accent-ink',
              index > at && 'border-edge',
            )}
          >
            {index < at ? <Check className="size-3.5" /> : index + 1}
          </span>
          {t(`steps.${step}`)}
          {index < at && <span className="sr-only">({t('steps.done')})</span>}
        </li>
      ))}
    </ol>
  );
}
