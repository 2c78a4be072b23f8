import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { random } from '../../core/random';
import { type Caller, identify } from './caller';
import { StripeRefusal } from './errors';
import { type Form, parseForm } from './form';
import { API_VERSION, NOBODY, type Sim } from './sim';
import { intentView, methodView, publicIntentView } from './views';

/** A call that has been read and whose caller is known. */
export interface Call {
  sim: Sim;
  caller: Caller;
  form: Form;
  /** From the path; empty when the route has none. */
  id: string;
}

export type Handler = (call: Call) => Record<string, unknown>;

interface Answer {
  status: number;
  body: string;
  requestId: string;
  replayed?: boolean;
}

/** Wraps a handler in what every call to `/v1` shares: form, keys, idempotency, errors, `request-id`. */
export function respond(sim: Sim, handler: Handler): (context: Context) => Promise<Response> {
  return async (context) => {
    const requestId = `req_${random(14)}`;
    const method = context.req.method;
    const text = method === 'GET' ? new URL(context.req.url).search.slice(1) : await context.req.text();
    let answer: Answer;
    let caller: Caller | undefined;
    try {
      const form = parseForm(formText(context, text));
      caller = identify(context, form, sim.world.origin('stripe'));
      const call: Call = { sim, caller, form, id: context.req.param('id') ?? '' };
      const key = method === 'POST' ? context.req.header('idempotency-key') : undefined;
      sim.cause = { requestId, idempotencyKey: key ?? null };
      answer = key
        ? once(sim, call, key, `${context.req.path}\n${text}`, requestId, () => run(call, handler, requestId))
        : run(call, handler, requestId);
    } catch (error) {
      answer = refused(sim, caller, error, requestId);
    } finally {
      sim.cause = NOBODY;
    }
    return send(answer);
  };
}

function run(call: Call, handler: Handler, requestId: string): Answer {
  try {
    return { status: 200, body: JSON.stringify(handler(call), null, 2), requestId };
  } catch (error) {
    return refused(call.sim, call.caller, error, requestId);
  }
}

function refused(sim: Sim, caller: Caller | undefined, error: unknown, requestId: string): Answer {
  if (!(error instanceof StripeRefusal)) throw error;
  const { intent, method } = error.about;
  const view = caller?.secret ? intentView : publicIntentView;
  const body = {
    error: {
      ...error.body,
      ...(intent ? { payment_intent: view(sim.parts(intent)) } : {}),
      ...(intent?.lastError?.paymentMethod ? failedMethod(sim, intent.lastError.paymentMethod) : {}),
      ...(method ? { payment_method: methodView(method) } : {}),
    },
  };
  return { status: error.status, body: JSON.stringify(body, null, 2), requestId };
}

function failedMethod(sim: Sim, id: string): Record<string, unknown> {
  const method = sim.state.methods.find(id);
  return method ? { payment_method: methodView(method) } : {};
}

/** Runs a call once for its `Idempotency-Key`, or answers what it answered then. */
function once(
  sim: Sim,
  { caller }: Call,
  key: string,
  request: string,
  requestId: string,
  work: () => Answer,
): Answer {
  const fingerprint = createHash('sha256').update(request).digest('hex');
  const slot = `${caller.merchant.id}/${caller.account}/${key}`;
  const kept = sim.state.answers.get(slot);
  if (kept && kept.fingerprint !== fingerprint) {
    throw new StripeRefusal(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  if (kept) return { status: kept.status, body: kept.body, requestId, replayed: true };
  const answer = work();
  // A call that never got past validation leaves the key free, so it can be corrected and sent again.
  if (answer.status < 300 || answer.status === 402) {
    sim.state.answers.set(slot, { fingerprint, requestId, status: answer.status, body: answer.body });
  }
  return answer;
}

function formText(context: Context, text: string): string {
  const type = context.req.header('content-type') ?? '';
  if (
    text !== '' &&
    type !== '' &&
    context.req.method === 'POST' &&
    !type.includes('x-www-form-urlencoded')
  ) {
    throw new StripeRefusal(400, {
      type: 'invalid_request_error',
      message: `Invalid request (check that your POST content type is application/x-www-form-urlencoded). You sent ${type}.`,
    });
  }
  return text;
}

function send(answer: Answer): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': answer.requestId,
      'stripe-version': API_VERSION,
      ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
      // The browser script reads intents from the shop's pages; a publishable key is no secret, so any page may.
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'request-id, stripe-version',
    },
  });
}
