import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { described, Field, Input } from '@/components/ui/field';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** The operators' door: a name for the record, and the key. */
export function OpsLogin({ refused, locale }: { refused: boolean; locale: Locale }) {
  const t = translator(locale, 'ops');
  const hint = t('login.nameHint');
  const error = refused ? t('login.wrong') : undefined;
  return (
    <Card className="mx-auto max-w-md space-y-5">
      <p className="text-muted">{t('login.lead')}</p>
      <form method="post" action="/ops/login" className="space-y-5">
        <Field id="name" label={t('login.name')} hint={hint}>
          <Input
            id="name"
            name="name"
            required
            maxLength={80}
            autoComplete="username"
            {...described('name', { hint })}
          />
        </Field>
        <Field id="key" label={t('login.key')} error={error}>
          <Input
            id="key"
            name="key"
            type="password"
            required
            autoComplete="current-password"
            {...described('key', { error })}
          />
        </Field>
        <Button size="wide">{t('login.go')}</Button>
      </form>
    </Card>
  );
}
