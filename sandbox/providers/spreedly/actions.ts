import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import type { Sim } from './sim';

/** What the control port can do. The id is an environment's key. */
export function actions(sim: Sim): RunningProvider['actions'] {
  return {
    /** The next `args.times` (1) signatures are refused, however good they are. */
    'refuse-signatures': (id, args) => {
      const { times } = z.object({ times: z.int().min(0).max(100).default(1) }).parse(args);
      const environment = sim.environment(id);
      if (!environment) throw new Error(`There is no environment ${id}.`);
      environment.refusals = times;
    },
  };
}
