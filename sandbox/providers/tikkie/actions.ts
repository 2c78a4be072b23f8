import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { begin, decide } from './payers';
import type { Settings } from './settings';
import type { Sim } from './sim';
import { type PaymentRequest, REQUEST_STATUSES } from './types';

const cents = z.int().min(1);
const payment = z.object({
  amount: cents.optional(),
  times: z.int().min(1).max(10).default(1),
  status: z.enum(['NEW', 'PENDING', 'PAID', 'NOT_PAID']).default('PAID'),
});

/** What of {@link Settings} the control port takes. */
const settings: z.ZodType<Partial<Settings>> = z
  .strictObject({
    expiresInAs: z.enum(['text', 'number']),
    tokenSeconds: z.int().min(1),
    dates: z.enum(['iso', 'millis', 'millis-text']),
    skewMs: z.int(),
    production: z.boolean(),
    yieldedTooFast: z.boolean(),
    maxPayments: z.int().min(1).nullable(),
    openDays: z.number().positive(),
  })
  .partial();

/** A request by its token, or the newest one of an external id. */
function need(sim: Sim, id: string): PaymentRequest {
  const found = [...sim.requests.values()].filter(({ token, externalId }) =>
    [token, externalId].includes(id),
  );
  const request = found.at(-1);
  if (!request) throw new Error(`There is no payment request ${id}.`);
  return request;
}

/** What the control port can do. The id is a request's token or external id, where it is not said otherwise. */
export function actions(sim: Sim): RunningProvider['actions'] {
  return {
    /** Somebody pays, of another amount or several times where `args` say so, whatever the request's state forbids. */
    pay: (id, args) => {
      const { amount, times, status } = payment.parse(args);
      const request = need(sim, id);
      for (let n = 0; n < times; n += 1) begin(sim, request, status, amount);
    },
    /** The bank decides about what is pending: `{"status": "NOT_PAID"}`, else paid. */
    decide: (id, args) => {
      const { status } = z.object({ status: z.enum(['PAID', 'NOT_PAID']).default('PAID') }).parse(args);
      if (decide(sim, need(sim, id), status) === 0) throw new Error('Nothing is pending there.');
    },
    /** A request is over: `{"status": "CLOSED"}`, `EXPIRED`, `MAX_YIELD_REACHED`; `OPEN` opens it again. */
    status: (id, args) => {
      const { status } = z.object({ status: z.enum(REQUEST_STATUSES) }).parse(args);
      const request = need(sim, id);
      request.forced = status === 'OPEN' ? null : status;
      request.endedMs = status === 'OPEN' ? null : sim.now();
      sim.book(request);
    },
    /** The bank account of a request is blocked for a while, because it has received too much; `{"on": false}` ends it. */
    block: (id, args) => {
      need(sim, id).yieldedTooFast = z.object({ on: z.boolean().default(true) }).parse(args).on;
    },
    /** Access tokens end now. The id does not matter. */
    'end-tokens': () => sim.grants.clear(),
    /** How things are over there from now on; `args` as {@link Settings}. The id does not matter. */
    settings: (_, args) => {
      Object.assign(sim.settings, settings.parse(args));
    },
    /** `args.count` requests of the first user, a minute apart and the newest of now, paid where `args.paid` says so. */
    history: (_, args) => {
      const { count, paid } = z
        .object({ count: z.int().min(1).max(1000), paid: z.boolean().default(false) })
        .parse(args);
      const user = [...sim.users.values()][0];
      if (!user) throw new Error('There is no user.');
      const owner = {
        version: 1,
        platform: user.platform,
        user: user.token,
        bankAccount: user.bankAccount.token,
      } as const;
      const asked = (n: number) => ({
        amount: 1000 + n,
        description: `Earlier ${n}`,
        externalId: `EARLIER-${n}`,
      });
      for (let n = count; n > 0; n -= 1) {
        const { token, ...made } = sim.make(owner, asked(n));
        const earlier = { ...made, token, createdMs: sim.now() - (n - 1) * 60_000 };
        sim.requests.set(token, earlier);
        if (paid) begin(sim, earlier, 'PAID');
      }
    },
  };
}
