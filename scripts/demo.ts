import { buildIsFresh } from './lib/fresh';
import { untilReady } from './lib/ready';
import { run, SANDBOX, startProgram, stopProgram, whenTold } from './lib/run';
import { sandboxBase, sandboxEnv } from './lib/sandbox-env';

/** Builds if needed, starts the sandbox and the shop on it, and says where to look. Ctrl-C ends both. */
if (!buildIsFresh()) {
  const code = await run('npm', ['run', 'build']);
  if (code !== 0) process.exit(code);
}
const env = sandboxEnv({ HOSTNAME: '127.0.0.1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' });
const shop = `http://localhost:${env.PORT ?? 3000}`;
const sandbox = startProgram(SANDBOX, { ...env, SHOP_ORIGIN: shop }, 'ignore');
const app = startProgram(['scripts/start.mjs'], env);
const stop = async (code: number) => {
  await Promise.all([stopProgram(app), stopProgram(sandbox)]);
  process.exit(code);
};
whenTold(() => void stop(0));
try {
  await untilReady(`http://127.0.0.1:${sandboxBase()}/health`, sandbox);
  await untilReady(`${shop}/api/ready`, app);
  console.log(`\n  Foyer is open:  ${shop}\n  Test cards and the ledger:  ${shop}/qa\n`);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  await stop(1);
}
