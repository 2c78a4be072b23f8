import type { CalloutWire } from './wire';

/**
 * Which of our tokens a pending callout waits for: it says so itself since 2018; before, the return address among its
 * parameters has the token in its path. Null when neither tells.
 */
export function awaited(callout: CalloutWire, ours: readonly (string | null | undefined)[]): string | null {
  if (callout.return_token) return callout.return_token;
  const text = `${callout.callout_destination_url} ${JSON.stringify(callout.callout_parameters ?? null)}`;
  return ours.find((token) => token && text.includes(token)) ?? null;
}
