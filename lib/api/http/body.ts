import type { Json } from '@/lib/checkout/json';
import { readJson as readText } from '@/lib/platform/json';
import { type Problem, problem } from '../problems/problem';
import { isProblem } from '../problems/text';

/** Bodies of the API. Chunked ones have no length to look at, so every byte is counted as it comes. */
export const BODY_LIMIT = 32 * 1024;

/** For a whole body. Ours are a few kB, which the slowest telephone sends in less; who needs longer holds us up. */
const BODY_MS = 8000;

/** Of any call of ours. Nothing that a schema of ours describes comes near. */
const SHAPE = { depth: 10, keys: 200 };

/**
 * The bytes of a body, up to `limit` and within the deadline; keeps none from the first byte too many on. The rest is
 * read and dropped: a connection carries its next request only behind the whole of this one, and a proxy that keeps
 * connections would put a stranger's request there, in vain.
 */
export async function readBytes(
  request: Request,
  limit: number,
  deadlineMs = BODY_MS,
): Promise<Uint8Array | Problem> {
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    void drop(reader);
    return problem('body_too_large');
  }
  let late: NodeJS.Timeout | undefined;
  const deadline = new Promise<'late'>((resolve) => {
    late = setTimeout(() => resolve('late'), deadlineMs);
  });
  try {
    const read = await Promise.race([upTo(reader, limit), deadline]);
    if (read instanceof Uint8Array) return read;
    // Not awaited: both may wait for bytes that never come.
    void (read === 'late' ? reader.cancel().catch(() => undefined) : drop(reader));
    return problem(read === 'late' ? 'body_slow' : 'body_too_large');
  } finally {
    clearTimeout(late);
  }
}

async function upTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Uint8Array | 'large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limit) return 'large';
    chunks.push(value);
  }
}

/** Reads on without keeping anything, until the sender stops or the server cuts the connection. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The connection ended before the body did: nobody waits for it any more.
  }
}

/** The body as JSON. Names that reach a prototype are dropped, and what is nested or split absurdly is refused. */
export async function readJson(request: Request): Promise<{ readonly json: Json } | Problem> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem('body_type');
  const bytes = await readBytes(request, BODY_LIMIT);
  if (isProblem(bytes)) return bytes;
  const text = textOf(bytes);
  const read = text === null ? null : readText(text, SHAPE);
  return read?.ok ? { json: read.value } : problem('body_unreadable');
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
