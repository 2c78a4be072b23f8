import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { random } from '../../../core/random';
import { AdyenRefusal, forbidden, unauthorised } from '../errors';
import { type Merchant, merchantOf, merchants } from '../merchants';
import type { KeptAnswer, Sim } from '../sim';

/** A call of a merchant's server whose key was checked. */
export interface Call {
  sim: Sim;
  merchant: Merchant;
  body: unknown;
  /** From the path; empty when the route has none. */
  id: string;
  query: (name: string) => string | undefined;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export interface Reply {
  status: 200 | 201;
  body: Record<string, unknown>;
}

const same = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

/** Wraps a handler in what every call of the Checkout API shares: the key, JSON, idempotency, errors. */
export function respond(sim: Sim, handler: Handler): (c: Context) => Promise<Response> {
  return async (c) => {
    let answer: { status: number; body: string };
    try {
      answer = await answered(sim, c, handler);
    } catch (error) {
      if (!(error instanceof AdyenRefusal)) throw error;
      answer = { status: error.status, body: JSON.stringify(error.body) };
    }
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': 'application/json', pspReference: random(16).toUpperCase() },
    });
  };
}

async function answered(sim: Sim, c: Context, handler: Handler): Promise<{ status: number; body: string }> {
  const key = c.req.header('x-api-key') ?? '';
  const merchant = merchants.find((one) => same(one.apiKey, key));
  if (!merchant) throw unauthorised();
  const text = c.req.method === 'GET' ? '{}' : await c.req.text();
  const call: Call = {
    sim,
    merchant,
    body: json(text),
    id: c.req.param('id') ?? '',
    query: (name) => c.req.query(name),
  };
  const named = z.looseObject({ merchantAccount: z.string().optional() }).safeParse(call.body);
  const account = named.data?.merchantAccount ?? c.req.query('merchantAccount');
  if (account !== undefined && merchantOf(account) !== merchant) {
    throw forbidden('901', 'Invalid Merchant Account');
  }
  const work = async () => {
    const { status, body } = await handler(call);
    return { status, body: JSON.stringify(body) };
  };
  const idempotencyKey = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  if (!idempotencyKey) return work();
  const fingerprint = createHash('sha256').update(`${c.req.path}\n${text}`).digest('hex');
  return once(sim, `${merchant.account}/${idempotencyKey}`, fingerprint, work);
}

/** Runs a call once for its `Idempotency-Key`, or answers what it answered then. Refused calls leave the key free. */
async function once(
  sim: Sim,
  slot: string,
  fingerprint: string,
  work: () => Promise<{ status: number; body: string }>,
): Promise<KeptAnswer> {
  const kept = sim.answers.get(slot);
  if (sim.running.has(slot) || (kept && kept.fingerprint !== fingerprint)) {
    throw new AdyenRefusal(422, '704', 'request already processed or in progress');
  }
  if (kept) return kept;
  sim.running.add(slot);
  try {
    const answer = { ...(await work()), fingerprint };
    sim.answers.set(slot, answer);
    return answer;
  } finally {
    sim.running.delete(slot);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new AdyenRefusal(400, '702', 'Problem while parsing JSON');
  }
}
