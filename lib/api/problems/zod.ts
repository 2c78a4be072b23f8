import type { z } from 'zod';
import { type Problem, problem } from './problem';

/** What zod found, as JSON Pointers (RFC 6901). Messages name the rule and never quote the value. */
export function fromZod(error: z.ZodError): Problem {
  const fields = error.issues.flatMap(flatten).slice(0, 20);
  return problem('invalid', {
    fields: fields.map(({ path, code, message }) => ({
      pointer: pointer(path),
      rule: code,
      detail: message,
    })),
  });
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'code' | 'message'>;

/** A union's own message says nothing; the branch that came closest does. */
function flatten(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** `['customer', 'e/mail']` is `/customer/e~1mail`. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
