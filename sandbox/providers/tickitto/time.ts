import { localAt } from '../../core/local-time';

/** A moment as the wire has it: on the venue's clock without an offset, and in UTC. */
export interface Moment {
  local: string;
  utc: string;
}

/** A moment for the wire. */
export function moment(ms: number, timeZone: string): Moment {
  return { local: localAt(ms, timeZone), utc: new Date(ms).toISOString().replace('.000Z', 'Z') };
}
