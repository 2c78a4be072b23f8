import { random } from '../../core/random';

/** An object id as Stripe forms them, such as `pi_3Qx…`. */
export function newId(prefix: string): string {
  return `${prefix}_${random(24)}`;
}
