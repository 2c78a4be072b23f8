import { random } from '../../core/random';

const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A `pspReference`: 16 digits and capitals. */
export function newPsp(): string {
  return random(16, UPPER);
}

/** The id of a session, such as `CS2B83412EE1DAB13D`. */
export function newSessionId(): string {
  return `CS${random(16, '0123456789ABCDEF')}`;
}
