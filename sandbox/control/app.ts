import { Hono } from 'hono';
import { benchScenarios } from '../bench';
import type { Faults } from '../core/faults';
import type { Provider, ProviderId, RunningProvider } from '../core/provider';
import type { OwnedWorld } from '../core/world';
import type { Mailbox } from '../mail/mailbox';
import { door } from './door';
import { actionInput, clockInput, faultInput, readInput } from './input';

/** Everything that control can look at or change. */
export interface Controlled {
  readonly world: OwnedWorld;
  readonly faults: Faults;
  readonly running: ReadonlyMap<ProviderId, RunningProvider>;
  readonly providers: readonly Provider[];
  readonly mailbox: Mailbox;
}

/** The control port: what tests and the QA page use to look behind the scenes and to make things go wrong. */
export function control({ world, faults, running, providers, mailbox }: Controlled): Hono {
  const app = new Hono();
  const known = providers.map(({ id }) => id);
  app.use(door);
  app.onError((error, c) => c.json({ error: error.message, mend: 'See the sandbox’s own output.' }, 500));
  app.notFound((c) =>
    c.json(
      { error: `There is no ${c.req.method} ${c.req.path}.`, mend: 'Look at sandbox/control/app.ts.' },
      404,
    ),
  );

  app.get('/health', (c) => c.json({ status: 'ok', now: world.clock.iso(), shopOrigin: world.shopOrigin }));
  app.get('/ledger', (c) => c.json(world.ledger.read()));
  app.get('/scenarios', (c) => c.json(benchScenarios()));
  app.get('/mail', (c) => c.json(mailbox.list()));

  app.get('/faults', (c) => c.json(faults.list()));
  app.delete('/faults', (c) => {
    faults.clear();
    return c.json({ ok: true });
  });
  app.post('/faults', async (c) => {
    const read = await readInput(c, faultInput(known));
    return 'refusal' in read ? read.refusal : c.json(faults.add(read.input));
  });

  app.post('/actions', async (c) => {
    const read = await readInput(c, actionInput(known));
    if ('refusal' in read) return read.refusal;
    const { provider, action, id, args } = read.input;
    const actions = running.get(provider)?.actions ?? {};
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) {
      const mend = `Its actions are: ${Object.keys(actions).join(', ') || 'none'}.`;
      return c.json({ error: `${provider} has no action "${action}".`, mend }, 400);
    }
    try {
      await run(id, args);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return c.json({ error: said, mend: `Check id and args of "${action}".` }, 400);
    }
    return c.json({ ok: true });
  });

  app.post('/clock', async (c) => {
    const read = await readInput(c, clockInput);
    if ('refusal' in read) return read.refusal;
    world.clock.setOffset(read.input.offsetMs);
    // Answered when the work that fell due is done, so that a test can look at once.
    await world.scheduler.runDue();
    return c.json({ now: world.clock.iso() });
  });

  app.post('/reset', (c) => {
    world.scheduler.clear();
    world.clock.setOffset(0);
    faults.clear();
    mailbox.clear();
    for (const provider of running.values()) provider.reset();
    // Last, so that nothing a provider writes while it forgets stays behind.
    world.ledger.reset();
    return c.json({ ok: true });
  });
  return app;
}
