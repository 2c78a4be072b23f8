import { assertNever } from '@/lib/checkout/errors';
import type { Answer } from '@/lib/checkout/supplier';
import { type Problem, problem } from '../problems/problem';
import { refusalText } from '../text';

/** Why a supplier gave no value, in the words of HTTP. Its set-up is our business, so that reads as unavailable. */
export function noAnswer(answer: Extract<Answer<unknown>, { ok: false }>, locale = 'en'): Problem {
  switch (answer.code) {
    case 'not_found':
      return problem('not_found');
    case 'refused':
      return problem('supplier_refused', {
        members: {
          refusals: (answer.refusals ?? []).map((refusal) => ({
            code: refusal.code,
            item: refusal.item,
            text: refusalText(locale, refusal),
          })),
        },
      });
    case 'unavailable':
    case 'misconfigured':
      return problem('supplier_unavailable');
    default:
      return assertNever(answer.code);
  }
}
