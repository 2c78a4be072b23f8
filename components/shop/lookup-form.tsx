import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { described, Field, Input } from '@/components/ui/field';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** A reference and a name: the answer goes by mail, never onto the page. */
export function LookupForm({ locale }: { locale: Locale }) {
  const t = translator(locale, 'shop');
  const hint = t('lookup.referenceHint');
  return (
    <Card>
      <form method="post" action="/lookup/send" className="space-y-5">
        <Field id="reference" label={t('lookup.reference')} hint={hint}>
          <Input
            id="reference"
            name="reference"
            required
            minLength={4}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="figures uppercase"
            {...described('reference', { hint })}
          />
        </Field>
        <Field id="lastName" label={t('lookup.lastName')}>
          <Input id="lastName" name="lastName" required maxLength={120} autoComplete="family-name" />
        </Field>
        <Button size="wide">{t('lookup.send')}</Button>
      </form>
    </Card>
  );
}
