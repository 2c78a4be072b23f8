import { ChevronDown } from 'lucide-react';
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
  const ours = item ? t('details.item', { title: item.title }) : t('details.customer');
  const open = part.fields.filter(({ folded }) => !folded);
  const folded = part.fields.filter(({ folded }) => folded);
  const errorOf = (field: FormField) => errors.find(({ pointer }) => pointer === field.pointer)?.text;
  const filled = folded.some((field) => errorOf(field) || !EMPTY.has(valueAt(values, field.name)));
  const row = (field: FormField) => (
    <Row
      key={field.id}
      field={field}
      value={valueAt(values, field.name)}
      error={errorOf(field)}
      quiet={field.folded}
      locale={locale}
    />
  );
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2 sm:items-end">
      <legend className="supplied mb-4 font-display text-xl font-bold">
        {part.title ?? ours}
        {ticket !== undefined && part.title === undefined && (
          <span className="block font-sans text-base font-semibold text-muted">
            {t('details.ticket', { number: Number(ticket) + 1 })}
          </span>
        )}
      </legend>
      {open.filter(({ kind }) => kind !== 'checkbox').map(row)}
      {folded.length > 0 && (
        <details open={filled} className="group rounded-md border border-line sm:col-span-2">
          <summary className="flex min-h-12 list-none items-center justify-between gap-4 px-4 font-semibold">
            {t('details.more')}
            <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
          </summary>
          <div className="grid gap-5 px-4 pt-1 pb-4 sm:grid-cols-2 sm:items-end">{folded.map(row)}</div>
        </details>
      )}
      {open.filter(({ kind }) => kind === 'checkbox').map(row)}
    </fieldset>
  );
}

/** What nobody filled in, a box that is not ticked included. */
const EMPTY: ReadonlySet<string> = new Set(['', 'false']);

/** Short fields sit side by side where there is room; long ones take the line. */
const HALF =
  /(^| )(given-name|family-name|honorific-\w+|additional-name|tel|bday|postal-code|address-level\d|country)$/;

interface RowProps {
  field: FormField;
  value: string;
  error?: string;
  /** What stands under "optional" need not say it again. */
  quiet: boolean;
  locale: Locale;
}

function Row({ field, value, error, quiet, locale }: RowProps) {
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
      optional={field.required || quiet ? undefined : t('details.optional')}
      className={span}
    >
      <Control field={field} value={value} error={error} choose={t('details.choose')} />
    </Field>
  );
}
