import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { described, Field, Input } from '@/components/ui/field';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface ActProps {
  /** Path segment of the form route. */
  act: 'check' | 'timeout-callback' | 'cancel' | 'refund' | 'mark-refunded' | 'book';
  id: string;
  title: string;
  hint: string;
  danger?: boolean;
  locale: Locale;
  /** What the act is about: items or an entry. */
  children?: ReactNode;
}

/** One thing an operator can do, never without a reason. Folded away, so that no act is one stray click off. */
export function Act({ act, id, title, hint, danger = false, locale, children }: ActProps) {
  const t = translator(locale, 'ops');
  const field = `reason-${act}`;
  const about = t('acts.reasonHint');
  return (
    <details className="rounded-lg border border-line bg-raised">
      <summary className="rounded-lg px-5 py-4 font-semibold">
        {title}
        <span className="block font-normal text-muted">{hint}</span>
      </summary>
      <form method="post" action={`/ops/${encodeURIComponent(id)}/${act}`} className="space-y-5 px-5 pb-5">
        {children}
        <Field id={field} label={t('acts.reason')} hint={about}>
          <Input
            id={field}
            name="reason"
            required
            minLength={3}
            maxLength={500}
            autoComplete="off"
            {...described(field, { hint: about })}
          />
        </Field>
        <Button kind={danger ? 'danger' : 'primary'}>{title}</Button>
      </form>
    </details>
  );
}
