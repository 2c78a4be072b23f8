import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/messages';
import { problemSentence } from '@/lib/i18n/problem-sentence';
import { translator } from '@/lib/i18n/translator';

interface OpsFrameProps {
  title: string;
  operator?: string;
  problem: string | string[] | undefined;
  locale: Locale;
  children: ReactNode;
}

/** What every operators' page has: its name, who is logged in, and what the last act answered. */
export function OpsFrame({ title, operator, problem, locale, children }: OpsFrameProps) {
  const t = translator(locale, 'ops');
  const failed = problemSentence(locale, problem);
  return (
    <main id="content" className="mx-auto w-full max-w-6xl flex-1 space-y-6 px-5 py-10 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-title">{title}</h1>
        {operator && (
          <form method="post" action="/ops/logout" className="flex items-center gap-3">
            <span className="text-muted">{t('as', { name: operator })}</span>
            <Button kind="secondary" size="small">
              {t('logout')}
            </Button>
          </form>
        )}
      </div>
      {failed && (
        <Alert tone="danger" role="alert">
          {failed}
        </Alert>
      )}
      {children}
    </main>
  );
}
