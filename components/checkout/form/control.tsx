import { described, Input, inputClass } from '@/components/ui/field';
import type { FormField } from './schema';

interface ControlProps {
  field: FormField;
  value: string;
  error?: string;
  /** First entry of a list: nothing chosen. */
  choose: string;
}

/** The input for a field. Native checks are off: the server checks, and says so the same way with and without JavaScript. */
export function Control({ field, value, error, choose }: ControlProps) {
  const { id, name, kind, choices, autocomplete, maxLength, required } = field;
  const common = {
    id,
    name,
    autoComplete: autocomplete,
    'aria-required': required || undefined,
    ...described(id, { hint: field.hint, error }),
  };
  if (kind === 'select') {
    return (
      <select {...common} defaultValue={value} className={inputClass}>
        <option value="">{choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  const plain =
    kind === 'email' ? { spellCheck: false, autoCapitalize: 'none', inputMode: 'email' as const } : {};
  return (
    <Input
      {...common}
      {...plain}
      type={kind}
      defaultValue={value}
      maxLength={maxLength}
      enterKeyHint="next"
    />
  );
}
