/** One at a time for a key, such as an order. Must not be nested for the same key. */
export class Locks {
  private readonly held = new Map<string, Promise<unknown>>();

  async exclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.held.get(key) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.catch(() => undefined);
    this.held.set(key, settled);
    try {
      return await own;
    } finally {
      if (this.held.get(key) === settled) this.held.delete(key);
    }
  }

  /** Forgets who waits for whom. */
  clear(): void {
    this.held.clear();
  }
}
