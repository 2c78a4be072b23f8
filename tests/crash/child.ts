import { live } from './life';
import type { Orders } from './types';

/** Ends this process as `kill -9` does. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

// Sleeps of the heart keep no process alive; this one lives until it has reported.
const alive = setInterval(() => undefined, 1000);
live(JSON.parse(process.argv[2] ?? '') as Orders, die).then(
  (report) => {
    clearInterval(alive);
    process.stdout.write(JSON.stringify(report), () => process.exit(0));
  },
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
