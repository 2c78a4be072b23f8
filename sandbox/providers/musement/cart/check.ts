import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { type FieldError, FormRefusal } from '../refusals';

/** Throws the form error that a value deserves under one of Musement's own schemas. */
export function check(schema: Record<string, unknown>, value: unknown): void {
  // Carts make schemas of their own, so nothing is gained by keeping them compiled.
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (!validate(value)) throw new FormRefusal((validate.errors ?? []).map(fieldError));
}

/** `/extra_customer_data/6d…/hotel` → `extra_customer_data.6d….hotel`; what is missing is named itself. */
function fieldError({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const missing = keyword === 'required' ? `/${String(params.missingProperty)}` : '';
  return {
    field_name: `${instancePath}${missing}`.slice(1).replaceAll('/', '.') || 'body',
    field_error_message: missing
      ? 'This value should not be blank.'
      : `This value ${message ?? 'is not valid'}.`,
  };
}
