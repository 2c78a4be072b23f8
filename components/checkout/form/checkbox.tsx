import { described } from '@/components/ui/field';
import type { FormField } from './schema';

/** A yes to something. The hidden twin lets the route tell "no" from "not asked". */
export function Checkbox({ field, value, error }: { field: FormField; value: string; error?: string }) {
  const { id, name, label, hint } = field;
  return (
    <div className="space-y-1.5">
      <div className="flex items-start gap-3">
        <input type="hidden" name={name} value="false" />
        <input
          type="checkbox"
          id={id}
          name={name}
          value="true"
          defaultChecked={value === 'true'}
          className="mt-0.5 size-6 shrink-0 accent-accent"
          {...described(id, { hint, error })}
        />
        <label htmlFor={id} className="pt-0.5">
          {label}
        </label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="supplied ps-9 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="ps-9 font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
