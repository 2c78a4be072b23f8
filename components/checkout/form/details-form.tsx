import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from '../shown';
import { ErrorSummary } from './error-summary';
import { Part } from './part';
import { type FieldSchema, formParts } from './schema';

const FORM = 'details-form';

/** The customer's details, asked by the supplier's own schema and checked on the server only. */
export function DetailsForm({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const { schema, values, draft, errors } = view.details;
  const parts = formParts(schema as FieldSchema);
  const fields = parts.flatMap((part) => part.fields);
  const listed = errors.map(({ path, text }) => {
    const field = fields.find(({ pointer }) => pointer === path);
    return { id: field?.id ?? FORM, pointer: path, text: field ? `${field.label}: ${text}` : text };
  });
  return (
    <div className="space-y-6">
      {listed.length > 0 && <ErrorSummary title={t('details.problem')} errors={listed} />}
      <form
        id={FORM}
        method="post"
        action={`/checkout/${view.id}/details`}
        noValidate
        tabIndex={-1}
        className="space-y-6"
      >
        {parts.map((part) => (
          <Card key={part.path.join('.')}>
            <Part part={part} items={view.items} values={draft ?? values} errors={listed} locale={locale} />
          </Card>
        ))}
        <Button size="wide">{t('details.submit')}</Button>
      </form>
    </div>
  );
}
