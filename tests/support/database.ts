import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for many small databases, in memory where the system has such a place. Waiting for a disk at each write
 * takes most of a suite's time and proves nothing in it: these tests kill processes, not the power, and what a process
 * has written outlives it on either.
 */
export function databaseFolder(name: string): { url(): string; drop(url: string): void; remove(): void } {
  const folder = mkdtempSync(join(isWritable('/dev/shm') ? '/dev/shm' : tmpdir(), `foyer-${name}-`));
  return {
    url: () => `file:${join(folder, `${randomUUID()}.db`)}`,
    drop: (url) => {
      const file = url.slice('file:'.length);
      for (const of of ['', '-wal', '-shm']) rmSync(`${file}${of}`, { force: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
