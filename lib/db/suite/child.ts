import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../open-store';
import { LEASE, NOW, someCheckout } from './world';

/** One of several processes that open a fresh database together and then share one checkout. */
async function work(url: string, rounds: number): Promise<void> {
  const store = await openStore(url);
  await store.create(someCheckout({ id: 'shared', reference: 'FYR-SHARED' }), [], NOW);
  let saved = 0;
  let fencesHeldTwice = 0;
  while (saved < rounds) {
    const fence = await store.lease('shared', String(process.pid), NOW, LEASE);
    if (fence === null) {
      await pause(2);
      continue;
    }
    const stored = await store.read('shared');
    if (!stored) throw new Error('The shared checkout is gone');
    const version = await store.save({
      ...stored,
      fence,
      dueAt: null,
      journal: [{ at: NOW, kind: 'step', name: String(process.pid) }],
      used: [],
      mails: [],
    });
    if (version === null) fencesHeldTwice += 1;
    else saved += 1;
    await store.count('children', LEASE, NOW);
    await store.free('shared', fence);
  }
  await store.close();
  process.stdout.write(JSON.stringify({ saved, fencesHeldTwice }));
}

await work(process.argv[2] ?? '', Number(process.argv[3]));
