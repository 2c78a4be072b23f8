import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Fault, Faults } from './faults';
import { mutate } from './mutate';
import type { ProviderId, World } from './provider';

type Work = () => Promise<Response>;

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());

/**
 * Wraps a provider: every request becomes a call row in the ledger, and a fault that waits for it strikes. The
 * provider knows nothing of it, so what it does under a fault is what it does in life.
 */
export function guard(id: ProviderId, inner: Hono, world: World, faults: Faults): Hono {
  const outer = new Hono();
  outer.all('*', async (c) => {
    const started = performance.now();
    const { method } = c.req.raw;
    const path = new URL(c.req.url).pathname;
    const fault = faults.take(id, method, path);
    // Read once, so that a duplicate can be played from it; the providers' bodies are small.
    const body = method === 'GET' || method === 'HEAD' ? undefined : await c.req.raw.arrayBuffer();
    const work: Work = async () =>
      inner.fetch(new Request(c.req.url, { method, headers: c.req.raw.headers, body }), c.env);
    const answer = fault ? await strike(c, fault, work) : await work();
    const cut = answer === RESPONSE_ALREADY_SENT;
    world.ledger.call({
      provider: id,
      at: world.clock.iso(),
      method,
      path,
      status: cut ? 0 : answer.status,
      ms: Math.round(performance.now() - started),
      fault: fault && `${fault.id} ${fault.kind} ${fault.when}`,
      idempotencyKey: c.req.header('idempotency-key'),
    });
    return answer;
  });
  return outer;
}

async function strike(c: Context, fault: Fault, work: Work): Promise<Response> {
  if (fault.kind === 'delay') {
    if (fault.when === 'before') await sleep(fault.delayMs ?? 0);
    const answer = await work();
    if (fault.when === 'after') await sleep(fault.delayMs ?? 0);
    return answer;
  }
  const answer = fault.when === 'after' || fault.kind === 'duplicate' ? await work() : new Response('{}');
  switch (fault.kind) {
    case 'drop':
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'status':
      return Response.json({ injected: fault.id }, { status: fault.status ?? 503 });
    case 'html':
      return new Response('<!doctype html><title>502 Bad Gateway</title><h1>Bad gateway</h1>', {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'truncate': {
      const text = await answer.text();
      return rewritten(answer, text.slice(0, Math.floor(text.length / 2)));
    }
    case 'mutate': {
      const parsed: unknown = JSON.parse(await answer.text());
      return rewritten(answer, JSON.stringify(mutate(parsed, fault.mutate)));
    }
    case 'duplicate':
      // As an impatient proxy does: the caller sees the first answer, the provider saw both requests.
      await work();
      return answer;
  }
}

/** The same answer with another body; its length is worked out anew. */
function rewritten(answer: Response, body: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(body, { status: answer.status, headers });
}
