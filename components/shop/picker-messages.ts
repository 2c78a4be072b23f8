/** What a supplier's picker tells the page that frames it. */
export type PickerMessage =
  | { readonly type: 'INITIALIZED' }
  | { readonly type: 'NEW_HEIGHT'; readonly height: number }
  | { readonly type: 'NEW_TICKET_SELECTED' }
  | { readonly type: 'BOOKING_ERROR' }
  | { readonly type: 'SESSION_EXPIRED' };

const PLAIN = ['INITIALIZED', 'NEW_TICKET_SELECTED', 'BOOKING_ERROR', 'SESSION_EXPIRED'] as const;

/** Frames may ask for room, not for the whole world. */
const MIN_HEIGHT = 240;
const MAX_HEIGHT = 4000;

/** Reads a message, or null for anything that is none of ours. What was selected is asked of the server, never read here. */
export function readPickerMessage(data: unknown): PickerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  const plain = PLAIN.find((type) => type === data.type);
  if (plain) return { type: plain };
  if (data.type !== 'NEW_HEIGHT' || !('messageData' in data)) return null;
  const { messageData } = data;
  if (typeof messageData !== 'object' || messageData === null || !('height' in messageData)) return null;
  const height = Number(messageData.height);
  if (!Number.isFinite(height)) return null;
  return { type: 'NEW_HEIGHT', height: Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(height))) };
}
