// Loaded into the shop's process by the benchmark alone, with `node --expose-gc --import`: at SIGUSR2 it collects
// garbage and writes down what is left.
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_PROBE;

async function weigh() {
  const before = process.memoryUsage();
  // Twice, with a turn of the loop between: what finalizers let go of is garbage only then.
  globalThis.gc();
  await pause(200);
  globalThis.gc();
  writeFileSync(`${file}.part`, JSON.stringify({ before, after: process.memoryUsage() }));
  renameSync(`${file}.part`, file);
}

if (isMainThread && file) process.on('SIGUSR2', () => void weigh());
