import { Field } from '@/components/ui/field';
import type { ItemView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Checkbox } from './checkbox';
import { Control } from './control';
import { type FormField, type FormPart, valueAt } from './schema';

interface PartProps {
  part: FormPart;
  items: readonly ItemView[];
  values: unknown;
  errors: readonly { readonly pointer: string; readonly text: string }[];
  locale: Locale;
}

/** One group of the form under its legend: the customer, an item, or one ticket of it. */
export function Part({ part, items, values, errors, locale }: PartProps) {
  const t = translator(locale, 'checkout');
  const [root, itemId, , ticket] = part.path;
  const item = root === 'items' ? items.find(({ id }) => id === itemId) : undefined;
  const title = item ? t('details.item', { title: item.title }) : (part.title ?? t('details.customer'));
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2">
      <legend className="supplied mb-4 font-display text-xl font-bold">
        {title}
        {ticket !== undefined && (
          <span className="block font-sans text-base font-semibold text-muted">
            {t('details.ticket', { number: Number(ticket) + 1 })}
          </span>
        )}
      </legend>
      {part.fields.map((field) => (
        <Row
          key={field.id}
          field={field}
          value={valueAt(values, field.name)}
          error={errors.find(({ pointer }) => pointer === field.pointer)?.text}
          locale={locale}
        />
      ))}
    </fieldset>
  );
}

/** Short fields sit side by side where there is room; long ones take the line. */
const HALF = /^(given-name|family-name|tel|bday|postal-code|address-level\d|country)$/;

interface RowProps {
  field: FormField;
  value: string;
  error?: string;
  locale: Locale;
}

function Row({ field, value, error, locale }: RowProps) {
  const t = translator(locale, 'checkout');
  const half = HALF.test(field.autocomplete ?? '');
  const span = half ? '' : 'sm:col-span-2';
  if (field.kind === 'checkbox') {
    return (
      <div className={span}>
        <Checkbox field={field} value={value} error={error} />
      </div>
    );
  }
  return (
    <Field
      id={field.id}
      label={field.label}
      hint={field.hint}
      error={error}
      optional={field.required ? undefined : t('details.optional')}
      className={span}
    >
      <Control field={field} value={value} error={error} choose={t('details.choose')} />
    </Field>
  );
}
