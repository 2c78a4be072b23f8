type Handler = (payload?: unknown) => unknown;

/** `on`, `once` and `off` as Stripe's elements have them. */
export class Emitter {
  private handlers: { event: string; handler: Handler; once: boolean }[] = [];

  on(event: string, handler: Handler): this {
    this.handlers.push({ event, handler, once: false });
    return this;
  }

  once(event: string, handler: Handler): this {
    this.handlers.push({ event, handler, once: true });
    return this;
  }

  off(event: string, handler?: Handler): this {
    this.handlers = this.handlers.filter(
      (row) => row.event !== event || (handler !== undefined && row.handler !== handler),
    );
    return this;
  }

  protected emit(event: string, payload?: unknown): void {
    const due = this.handlers.filter((row) => row.event === event);
    this.handlers = this.handlers.filter((row) => row.event !== event || !row.once);
    for (const { handler } of due) handler(payload);
  }
}
