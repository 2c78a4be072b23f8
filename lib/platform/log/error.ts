/** What a log line says about an error. */
export interface LoggedError {
  readonly error: string;
  readonly code?: string;
  readonly stack?: readonly string[];
  /** Names and codes of what caused it, nearest first. */
  readonly causes?: readonly string[];
}

/** Deeper chains are loops or noise. */
const CAUSES = 4;
const FRAMES = 12;

/**
 * An error without its message. Messages quote what they choked on: JSON.parse the text, zod the value, SQL the row,
 * fetch the address with its query; in a checkout that is names, mail addresses and tokens. Name, code and the lines
 * of the stack say where to look, and none of them is made from data. So an error worth telling apart needs a code.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = codeOf(error);
  const stack = framesOf(error);
  const causes = causesOf(error);
  return {
    error: nameOf(error),
    ...(code && { code }),
    ...(stack.length > 0 && { stack }),
    ...(causes.length > 0 && { causes }),
  };
}

const nameOf = (error: Error) => (/^\w{1,60}$/.test(error.name) ? error.name : 'Error');

function codeOf(error: object): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/.test(code) ? code : undefined;
}

/** A message may span lines and imitate a frame, so it is cut off before frames are looked for. */
function framesOf(error: Error): readonly string[] {
  const whole = error.stack ?? '';
  const at = error.message === '' ? -1 : whole.indexOf(error.message);
  const rest = at < 0 ? whole : whole.slice(at + error.message.length);
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .{0,300}:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES);
}

function causesOf(error: Error): readonly string[] {
  const causes: string[] = [];
  let cause = error.cause;
  while (cause instanceof Error && causes.length < CAUSES) {
    causes.push([nameOf(cause), codeOf(cause)].filter(Boolean).join(' '));
    cause = cause.cause;
  }
  return causes;
}
