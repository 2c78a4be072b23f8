import { control } from '../control/app';
import { startMail } from '../mail/server';
import { providers } from '../registry';
import { Faults } from './faults';
import { guard } from './guard';
import { listen } from './listen';
import type { ProviderId, RunningProvider, World } from './provider';
import { createWorld } from './world';

/** The mail catcher listens this far above the base, after all providers. */
export const MAIL_OFFSET = 25;

/** A sandbox that runs. */
export interface Sandbox {
  readonly world: World;
  readonly ports: {
    readonly control: number;
    readonly mail: number;
    readonly providers: Partial<Record<ProviderId, number>>;
  };
  /** Where tests and the QA page ask for the ledger and order faults. */
  readonly controlOrigin: string;
  close(): Promise<void>;
}

/**
 * Starts every provider of the registry, the control port and the mail catcher. Rejects when a port is taken, with
 * everything closed again, so that a caller can try another base.
 */
export async function startSandbox(options: {
  /** Control listens here; providers and mail sit above it. */
  basePort: number;
  /** The shop's origin, such as `http://localhost:3000`. */
  shopOrigin: string;
  /** One line per event worth a person's eye. */
  log: (line: string) => void;
}): Promise<Sandbox> {
  const { basePort, shopOrigin, log } = options;
  const world = createWorld({
    basePort,
    shopOrigin,
    providers,
    onError: (error) =>
      log(`Work that was due failed: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const faults = new Faults();
  const running = new Map<ProviderId, RunningProvider>();
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    world.scheduler.clear();
    await Promise.all(closers.map((one) => one()));
  };
  const ports: Partial<Record<ProviderId, number>> = {};
  try {
    for (const provider of providers) {
      const started = provider.start(world);
      running.set(provider.id, started);
      const port = basePort + provider.offset;
      ports[provider.id] = port;
      closers.push(await listen(guard(provider.id, started.app, world, faults), port));
      log(`${provider.title} at http://127.0.0.1:${port}`);
    }
    const mail = await startMail(basePort + MAIL_OFFSET, world.clock);
    closers.push(mail.close);
    log(`Mail catcher at smtp://127.0.0.1:${basePort + MAIL_OFFSET}`);
    closers.push(await listen(control({ world, faults, running, providers, mailbox: mail.box }), basePort));
    log(`Control at http://127.0.0.1:${basePort}`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    world,
    ports: { control: basePort, mail: basePort + MAIL_OFFSET, providers: ports },
    controlOrigin: `http://127.0.0.1:${basePort}`,
    close,
  };
}
