import type { FieldKind, ValidationError } from '../messages';
import type { Brand } from './brands';

/** What the frames of one group tell each other. They share an origin, so the shop's page is not involved. */
export interface Peer {
  readonly group: string;
  readonly kind: FieldKind;
  /** What is still wrong; from now on it shows. */
  demand(): ValidationError | undefined;
  /** Form fields of the card that this frame holds, such as `number`. */
  values(): Record<string, string>;
  /** The number field recognised another brand. */
  brandChanged(brand: Brand): void;
  brand(): Brand | undefined;
}

declare global {
  interface Window {
    foyerStripePeer?: Peer;
  }
}

/** The other frames of this group that are on the page now. */
export function peers(group: string): Peer[] {
  const found: Peer[] = [];
  for (let index = 0; index < window.parent.length; index += 1) {
    try {
      const frame = window.parent[index];
      const peer = frame === window ? undefined : frame?.foyerStripePeer;
      if (peer?.group === group) found.push(peer);
    } catch {
      // A frame of another origin: not one of ours.
    }
  }
  return found;
}
