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

/** How often a provider was called, by method and path where asked for. */
export async function callsTo(provider: string, call?: string): Promise<number> {
  const { calls } = await ledger();
  return calls.filter((one) => one.provider === provider && (!call || `${one.method} ${one.path}` === call))
    .length;
}

/** Has the sandbox do something. */
export async function act(provider: string, action: string, id: string): Promise<void> {
  await fetch(`${CONTROL}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider, action, id }),
  });
}
