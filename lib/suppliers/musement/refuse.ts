import type { FailureCode } from '@/lib/checkout/errors';
import type { StepResult } from '@/lib/checkout/supplier';

/** Not paid; another try is safe, with the same cart unless it is gone. */
export function refuse(code: FailureCode, holdKept = true): StepResult {
  return { step: { kind: 'declined', code, holdKept } };
}
