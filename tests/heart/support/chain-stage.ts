import { chainSupplier, tokenMethod } from './chain-supplier';
import { SimChains } from './sim-chain';
import { stage } from './stage';

/** A stage whose supplier is paid from page to page, or by card tokens. */
export function chainStage(options: { refunds?: boolean; sweep?: boolean; hops?: number } = {}) {
  let chains: SimChains | undefined;
  const set = stage({
    ...options,
    supplier: (world) => {
      chains = new SimChains(world);
      chains.hops = options.hops ?? 1;
      return chainSupplier(world, chains);
    },
    methods: [tokenMethod],
  });
  if (!chains) throw new Error('The stage made no supplier');
  return { ...set, chains };
}

export type ChainStage = ReturnType<typeof chainStage>;
