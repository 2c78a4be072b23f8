import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openStore, type Store } from '@/lib/db';
import { databaseFolder } from './database';
import { type TestSandbox, testSandbox } from './sandbox';

/** A sandbox for a file's tests, and a store for each of them: sweepers wake whatever is due in theirs, and each has its own time. */
export let sandbox: TestSandbox;
export let store: Store;

/** Registers the set-up; `name` is the databases'. What a file sets up on top of it comes after, and is ended before. */
export function onStage(name: string): void {
  const databases = databaseFolder(name);
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  beforeEach(async () => {
    await sandbox.reset();
    store = await openStore(databases.url());
  });
  afterEach(() => store.close());
  afterAll(async () => {
    await sandbox.close();
    databases.remove();
  });
}
