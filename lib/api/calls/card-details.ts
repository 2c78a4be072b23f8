import 'server-only';
import { z } from 'zod';
import { beginAttempt } from '../checkouts/attempt';
import { outcomeReply } from '../checkouts/reply';
import { readJson } from '../http/body';
import { call } from '../http/handler';
import type { Reply } from '../http/reply';
import { idempotencyKey } from '../idempotency';
import { problem } from '../problems/problem';
import { isProblem } from '../problems/text';
import { fromZod } from '../problems/zod';
import { checkoutParams } from '../schemas/requests';
import { attemptAnswers, attemptProblems } from './attempt-answers';

const digits = (min: number, max: number) => z.string().regex(new RegExp(`^\\d{${min},${max}}$`));

/** Names of fields that we do not have are whatever somebody sent, a card's number among it. */
const unnamed = {
  error: ({ code }: { code?: string }) =>
    code === 'unrecognized_keys' ? 'Has fields that it should not have' : undefined,
};

/** A card as its holder typed it. What is wrong with it is named by its field, and never quoted. */
const cardBody = z.strictObject(
  {
    card: z.strictObject(
      {
        number: digits(12, 19),
        expiryMonth: z.string().regex(/^(0[1-9]|1[0-2])$/),
        expiryYear: z.string().regex(/^20\d\d$/),
        cvc: digits(3, 4),
        holderName: z.string().trim().min(1).max(100),
      },
      unnamed,
    ),
  },
  unnamed,
);

/**
 * POST /api/checkouts/{id}/card-details: pays with a card that a partner's server brings. It is not there (404) for
 * browsers, and for nobody where the configuration does not say that the partner is certified for card numbers. So the
 * body is read last, after both are known; it is in no hash, no journal, no log and no trace, and is used once.
 */
export const payByCardDetails = call(
  {
    id: 'payByCardDetails',
    method: 'POST',
    path: '/api/checkouts/{id}/card-details',
    summary:
      'Pays with card details. For servers of partners who are PCI DSS certified; elsewhere it is not there',
    access: 'checkout',
    params: checkoutParams,
    keyed: true,
    answers: attemptAnswers,
    problems: ['invalid', ...attemptProblems],
  },
  async (context): Promise<Reply> => {
    const { foyer, request, caller, checkout } = context;
    const cards = foyer.suppliers.get(checkout.checkout.supplier)?.cards;
    if (!cards || caller.kind !== 'partner') return problem('not_found');
    const key = idempotencyKey(request.headers);
    if (isProblem(key)) return key;
    const read = await readJson(request);
    if (isProblem(read)) return read;
    const parsed = cardBody.safeParse(read.json);
    if (!parsed.success) return fromZod(parsed.error);
    const { card } = parsed.data;
    const outcome = await beginAttempt(context, key, { option: cards.option }, (id) => cards.keep(id, card));
    return isProblem(outcome) ? outcome : outcomeReply(context, outcome, 201);
  },
);
