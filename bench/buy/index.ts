import { ingressoWays } from './ingresso';
import { tickittoWay } from './tickitto';
import type { Way } from './types';

/** Every way to buy that is measured, one line a supplier. */
export const ways: readonly Way[] = [tickittoWay(), ...ingressoWays];
