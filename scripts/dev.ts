import { SANDBOX, startProgram, stopProgram, whenTold } from './lib/run';
import { sandboxEnv } from './lib/sandbox-env';

/** The sandbox and the shop with hot reload. */
const env = sandboxEnv();
const sandbox = startProgram(
  SANDBOX,
  { ...env, SHOP_ORIGIN: `http://localhost:${env.PORT ?? 3000}` },
  'ignore',
);
const app = startProgram(['node_modules/next/dist/bin/next', 'dev'], env);
const stop = async () => {
  await Promise.all([stopProgram(app), stopProgram(sandbox)]);
  process.exit(0);
};
whenTold(() => void stop());
app.once('exit', () => void stop());
