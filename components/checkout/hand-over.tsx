import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { HandOverPage } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { AutoSubmit } from './auto-submit';

type Step = Extract<HandOverPage, { kind: 'hand_over' }>['step'];

const FORM = 'hand-over';

interface HandOverProps {
  step: Step;
  back: string;
  locale: Locale;
}

/**
 * The door to somebody else's page, with its host named and a way not to go. A form either way, so that it works
 * without JavaScript: a GET form carries the query as fields, because submitting one replaces the query of its action.
 */
export function HandOver({ step, back, locale }: HandOverProps) {
  const t = translator(locale, 'pay');
  const target = new URL(step.url);
  const get = step.httpMethod === 'GET';
  const fields = get ? [...target.searchParams, ...step.fields] : step.fields;
  const action = get ? `${target.origin}${target.pathname}` : target.href;
  return (
    <Card className="space-y-6">
      <p className="text-lg">
        {t.rich('go.lead', {
          host: () => (
            <bdi key="host" dir="ltr" className="font-semibold break-all">
              {target.host}
            </bdi>
          ),
        })}
      </p>
      <form id={FORM} method={get ? 'get' : 'post'} action={action} acceptCharset="utf-8">
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the supplier's order is the identity.
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button size="wide" className="break-all">
          {t('go.button', { host: target.host })}
        </Button>
      </form>
      <p>
        <a href={back} className="font-semibold underline underline-offset-4">
          {t('go.cancel')}
        </a>
      </p>
      <AutoSubmit form={FORM} order={back} words={t('go.auto')} />
    </Card>
  );
}
