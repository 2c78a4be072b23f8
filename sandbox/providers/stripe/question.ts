import { random } from '../../core/random';
import type { Sim } from './sim';
import type { Intent } from './types';

/** Opens the bank's question about this intent. With `returnUrl` it is a page of its own that leads back there. */
export function openChallenge(sim: Sim, intent: Intent, returnUrl?: string): void {
  const id = `src_${random(32)}`;
  sim.state.challenges.set(id, { id, intent: intent.id, returnUrl, outcome: 'open' });
  intent.challenge = id;
}

/** The bank's question no longer counts, because what it was about has changed or ended. */
export function dropChallenge(sim: Sim, intent: Intent): void {
  if (intent.challenge) sim.state.challenges.delete(intent.challenge);
  intent.challenge = null;
}
