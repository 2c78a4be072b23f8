import { z } from 'zod';
import { CONTROL } from '../stage';

const shape = z.object({
  calls: z.array(z.object({ provider: z.string(), method: z.string(), path: z.string() })),
  charges: z.array(z.object({ id: z.string(), group: z.string() })),
  bookings: z.array(z.object({ group: z.string(), status: z.string() })),
});

/** What the sandbox believes happened, as far as the benchmark counts it. */
export async function ledger(): Promise<z.infer<typeof shape>> {
  return shape.parse(await (await fetch(`${CONTROL}/ledger`)).json());
}

/** How often a provider was called: to do something, and to say how things stand. */
export interface Calls {
  readonly acting: number;
  readonly reading: number;
}

export async function callsTo(provider: string): Promise<Calls> {
  const theirs = (await ledger()).calls.filter((one) => one.provider === provider);
  const acting = theirs.filter(({ method }) => method !== 'GET').length;
  return { acting, reading: theirs.length - acting };
}

/** How often one address of a provider was read. */
export async function readsOf(provider: string, path: string): Promise<number> {
  const { calls } = await ledger();
  return calls.filter((one) => one.provider === provider && one.method === 'GET' && one.path === path).length;
}

/** Has the sandbox do something. */
export async function act(provider: string, action: string, id: string): Promise<void> {
  await fetch(`${CONTROL}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider, action, id }),
  });
}
