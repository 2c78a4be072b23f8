import type { LedgerRows } from '../oracle/types';

/** The sandbox's control port, for programs that only know its address. */
export function controlAt(origin: string) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  return {
    ledger: () => ask('GET', '/ledger') as Promise<LedgerRows>,
    /** How far the sandbox's clock is ahead of ours. */
    offset: async () => Date.parse(((await ask('GET', '/health')) as { now: string }).now) - Date.now(),
    clock: async (offsetMs: number) => void (await ask('POST', '/clock', { offsetMs })),
    fault: async (order: object) => void (await ask('POST', '/faults', order)),
    action: async (provider: string, action: string, id: string, args: object = {}) =>
      void (await ask('POST', '/actions', { provider, action, id, args })),
  };
}
