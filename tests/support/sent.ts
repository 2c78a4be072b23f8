import { vi } from 'vitest';

/** A call as it left this process. */
export interface SentCall {
  readonly path: string;
  readonly headers: Headers;
  /** The body as it was sent, and its pairs where it is a form. */
  readonly body: string;
  readonly form: readonly (readonly [string, string])[];
}

/** Writes down what leaves this process from now on; `stop` ends it. */
export function watchSent(): { to(path: RegExp): readonly SentCall[]; stop(): void } {
  const calls: SentCall[] = [];
  const real = globalThis.fetch;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const body = typeof init?.body === 'string' ? init.body : '';
    const form = [...new URLSearchParams(body)];
    calls.push({ path: url.pathname, headers: new Headers(init?.headers), body, form });
    return real(input, init);
  });
  return {
    to: (path) => calls.filter((call) => path.test(call.path)),
    stop: () => spy.mockRestore(),
  };
}
