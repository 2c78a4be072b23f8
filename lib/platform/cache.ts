/** Keeps answers for a short time, within one process. */
export interface Cache {
  /** The kept value, or what `load` makes; many who ask at once share one `load`. `keep` says what is worth keeping. */
  get<T>(key: string, load: () => Promise<T>, keep: (value: T) => boolean): Promise<T>;
  /** Forgets what is kept under keys that begin so. */
  forget(beginning: string): void;
  clear(): void;
}

interface Entry {
  readonly value: unknown;
  readonly until: number;
}

/** At most `max` entries; the one used longest ago goes first. */
export function createCache(options: { ttlMs: number; max: number; now: () => number }): Cache {
  const entries = new Map<string, Entry>();
  const flying = new Map<string, Promise<unknown>>();

  const keepEntry = (key: string, value: unknown) => {
    entries.set(key, { value, until: options.now() + options.ttlMs });
    const oldest = entries.keys().next();
    if (entries.size > options.max && !oldest.done) entries.delete(oldest.value);
  };

  return {
    // A key names its call, so what is found under it is of that call's type.
    get: async <T>(key: string, load: () => Promise<T>, keep: (value: T) => boolean): Promise<T> => {
      const found = entries.get(key);
      entries.delete(key);
      if (found && found.until > options.now()) {
        entries.set(key, found);
        return found.value as T;
      }
      const current = flying.get(key);
      if (current) return current as Promise<T>;
      const loading = load().finally(() => flying.delete(key));
      flying.set(key, loading);
      const value = await loading;
      if (keep(value)) keepEntry(key, value);
      return value;
    },
    forget: (beginning) => {
      for (const key of entries.keys()) if (key.startsWith(beginning)) entries.delete(key);
    },
    clear: () => entries.clear(),
  };
}
