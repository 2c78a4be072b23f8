import pino, { type DestinationStream } from 'pino';
import { loggedError } from './error';
import { allowed, type LogFields } from './fields';

export type { LogFields } from './fields';

/**
 * Writes JSON lines to stdout. There is no free text: an event has a name from our vocabulary (`payment.returned`)
 * and fields from a closed list. Whatever is not on it is dropped, and named in `dropped`.
 */
export interface Log {
  debug(name: string, fields?: LogFields): void;
  /** Something happened that belongs to normal work. */
  event(name: string, fields?: LogFields): void;
  /** Something a person may want to look at some day. */
  warn(name: string, fields?: LogFields): void;
  /** Something broke: name, code and stack of the error, never its message. */
  fault(name: string, error: unknown, fields?: LogFields): void;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

/** `destination` is stdout unless a test listens. */
export function createLog(options: {
  readonly level: Level | 'silent';
  readonly destination?: DestinationStream;
}): Log {
  const settings = {
    level: options.level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Level names instead of pino's numbers: these lines are also read by people.
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: 'event',
  };
  const out = options.destination ? pino(settings, options.destination) : pino(settings);
  const write = (level: Level, name: string, fields: Record<string, unknown>) =>
    out[level](fields, /^[a-z][a-z0-9_.]{0,59}$/.test(name) ? name : 'unnamed');
  return {
    debug: (name, fields = {}) => write('debug', name, allowed(fields)),
    event: (name, fields = {}) => write('info', name, allowed(fields)),
    warn: (name, fields = {}) => write('warn', name, allowed(fields)),
    fault: (name, error, fields = {}) => write('error', name, { ...allowed(fields), ...loggedError(error) }),
  };
}

/** A log that says nothing, for tests. */
export const silentLog: Log = createLog({ level: 'silent' });
