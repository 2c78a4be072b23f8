/** The most that is read of an answer, in bytes after decompression: a small packed answer can be a very large one. */
export const LIMITS = { payment: 2 * 1024 * 1024, catalogue: 16 * 1024 * 1024 } as const;

/** Reads a body while counting; null when it is longer than `limit`, and then the rest is not fetched. */
export async function readWithin(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
