import type { FailureCode } from '@/lib/checkout/errors';
import type { StepResult } from '@/lib/checkout/supplier';
import { type AttemptMemo, notes } from './memo';

/** Not paid. `memo` are the attempt's notes from here on. */
export function refuse(code: FailureCode, holdKept: boolean, memo?: AttemptMemo): StepResult {
  return { step: { kind: 'declined', code, holdKept }, ...(memo ? { memo: notes(memo) } : {}) };
}
