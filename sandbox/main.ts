import { z } from 'zod';
import { startSandbox } from './core/start';

const environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(1024).max(65_000).default(4000),
    SHOP_ORIGIN: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  })
  .safeParse(process.env);

if (!environment.success) {
  console.error(`The sandbox cannot start.\n${z.prettifyError(environment.error)}`);
  process.exit(1);
}

const { SANDBOX_PORT, SHOP_ORIGIN } = environment.data;
const log = (line: string) => console.log(line);

try {
  const sandbox = await startSandbox({
    basePort: SANDBOX_PORT,
    shopOrigin: new URL(SHOP_ORIGIN).origin,
    log,
  });
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `A port is taken (${error.message}). Set SANDBOX_PORT to another base.` : error);
  process.exit(1);
}
