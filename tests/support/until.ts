/** Asks until `done` says so; for what the outside world does in its own time. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (value: T) => boolean,
  { timeoutMs = 10_000, everyMs = 60 } = {},
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    if (Date.now() > end)
      throw new Error(`Not in ${timeoutMs} ms. Last seen: ${JSON.stringify(value).slice(0, 2000)}`);
    await new Promise((wake) => setTimeout(wake, everyMs));
  }
}
