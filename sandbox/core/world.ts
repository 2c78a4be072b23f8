import { Clock } from './clock';
import { Ledger } from './ledger';
import type { Provider, ProviderId, World } from './provider';
import { Scheduler } from './scheduler';

/** The world plus what only the process itself may do: run due work, forget everything. */
export interface OwnedWorld extends World {
  readonly scheduler: Scheduler;
}

/** Builds the shared world. `basePort` is the control port; each provider sits `offset` above it. */
export function createWorld(options: {
  basePort: number;
  shopOrigin: string;
  providers: readonly Provider[];
  onError: (error: unknown) => void;
}): OwnedWorld {
  const clock = new Clock();
  const scheduler = new Scheduler(clock, options.onError);
  const offsets = new Map<ProviderId, number>(options.providers.map(({ id, offset }) => [id, offset]));
  return {
    clock,
    ledger: new Ledger(),
    scheduler,
    shopOrigin: options.shopOrigin,
    later: (ms, work) => scheduler.later(ms, work),
    origin(provider) {
      const offset = offsets.get(provider);
      if (offset === undefined) {
        throw new Error(
          `The provider "${provider}" is not listed in sandbox/registry.ts, so it has no origin.`,
        );
      }
      return `http://127.0.0.1:${options.basePort + offset}`;
    },
  };
}
