import { files, foldersIn } from './files';

/** The rooms of the house, by the longest path that fits. */
export const ROOMS = [
  'app',
  'components/payment',
  'components',
  'lib/checkout',
  'lib/suppliers',
  'lib/payments',
  'lib/collectors',
  'lib/db',
  'lib/mail',
  'lib/i18n',
  'lib/api',
  'lib/platform',
  'lib',
  'sandbox',
  'tests',
  'e2e',
  'bench',
  'scripts',
] as const;

/** A room, or `root` for files that lie in the project's folder. */
export type Room = (typeof ROOMS)[number] | 'root';

/** Which room a file is in. */
export const roomOf = (file: string): Room => ROOMS.find((room) => file.startsWith(`${room}/`)) ?? 'root';

/**
 * What several methods of one provider share: `stripe` beside `stripe-card` and `stripe-token`. It has no `index.ts`,
 * so it is no method itself, and only folders that carry its name in front may use it.
 */
export const isShared = (room: Room, folder: string): boolean =>
  room === 'lib/payments' &&
  !files.includes(`${room}/${folder}/index.ts`) &&
  foldersIn(room).some((other) => other.startsWith(`${folder}-`));

/** The folder of a file within its room: `lib/suppliers/tickitto/map.ts` is of `tickitto`; empty beside the folders. */
export function folderOf(file: string): string {
  const rest = file.slice(roomOf(file).length + 1);
  return rest.includes('/') ? (rest.split('/')[0] ?? '') : '';
}
