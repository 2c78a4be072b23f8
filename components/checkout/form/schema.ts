/** The part of JSON Schema 2020-12 that details are asked in. Anything else in a schema is left to the server's check. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly { readonly const?: unknown; readonly title?: string }[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema | false;
  readonly prefixItems?: readonly FieldSchema[];
  readonly 'x-autocomplete'?: string;
  /** The control it is asked with, where its type and format do not tell. */
  readonly 'x-input'?: string;
  /** Not needed as a rule: folded away until somebody wants to fill it in. */
  readonly 'x-folded'?: boolean;
}

export type ControlKind = 'text' | 'email' | 'tel' | 'date' | 'select' | 'checkbox';

/** One control of the form, as plain data. */
export interface FormField {
  /** Dotted, as the form route reads it: `customer.firstName`, `items.a1.tickets.0.lastName`. */
  readonly name: string;
  readonly id: string;
  /** JSON Pointer of the value, as errors name it. */
  readonly pointer: string;
  readonly kind: ControlKind;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly folded: boolean;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The parts of the form: the customer, each item, each ticket of it. `path` tells which. */
export interface FormPart {
  readonly path: readonly string[];
  readonly title?: string;
  readonly fields: readonly FormField[];
}

/** Walks the schema in its own order; objects become parts, everything else becomes a control of its part. */
export function formParts(schema: FieldSchema, path: readonly string[] = []): FormPart[] {
  const fields: FormField[] = [];
  const nested: FormPart[] = [];
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const here = [...path, key];
    if (child.properties) nested.push(...formParts(child, here));
    else if (child.type === 'array') nested.push(...rows(child, here));
    else fields.push(toField(child, here, schema.required?.includes(key) ?? false));
  }
  return fields.length > 0 ? [{ path, title: schema.title, fields }, ...nested] : nested;
}

/** One part for each row that the schema asks for. */
function rows(schema: FieldSchema, path: readonly string[]): FormPart[] {
  const each = schema.items || undefined;
  const count = Math.max(schema.minItems ?? 0, schema.prefixItems?.length ?? 0);
  return Array.from({ length: count }, (_, index) => {
    const row = schema.prefixItems?.[index] ?? each;
    return row ? formParts(row, [...path, String(index)]) : [];
  }).flat();
}

function toField(schema: FieldSchema, path: readonly string[], required: boolean): FormField {
  const name = path.join('.');
  return {
    name,
    id: `f-${name.replace(/[^A-Za-z0-9]+/g, '-')}`,
    pointer: `/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    kind: kindOf(schema),
    label: schema.title ?? path.at(-1) ?? name,
    hint: schema.description,
    required,
    // What must be filled in is in the open whatever the schema says of it.
    folded: schema['x-folded'] === true && !required,
    autocomplete: schema['x-autocomplete'],
    maxLength: schema.maxLength,
    choices: choicesOf(schema),
  };
}

function kindOf({
  type,
  format,
  enum: values,
  oneOf,
  'x-autocomplete': autocomplete,
  'x-input': input,
}: FieldSchema): ControlKind {
  if (type === 'boolean') return 'checkbox';
  if (values || oneOf) return 'select';
  if (format === 'email' || format === 'idn-email') return 'email';
  if (format === 'date') return 'date';
  return format === 'tel' || input === 'tel' || autocomplete?.startsWith('tel') ? 'tel' : 'text';
}

function choicesOf({ enum: values, oneOf }: FieldSchema): FormField['choices'] {
  const titled = oneOf?.map((one) => ({
    value: String(one.const ?? ''),
    label: one.title ?? String(one.const),
  }));
  return titled ?? values?.map((value) => ({ value: String(value), label: String(value) })) ?? [];
}

/** What was typed or is known at a path, as text for a control. */
export function valueAt(values: unknown, path: string): string {
  let here: unknown = values;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return '';
    here = Reflect.get(here, key);
  }
  return here === undefined || here === null || typeof here === 'object' ? '' : String(here);
}
