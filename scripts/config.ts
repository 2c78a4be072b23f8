import { collectors } from '@/lib/collectors';
import { methods } from '@/lib/payments';
import { describeFaults, maskConfig, parseConfig } from '@/lib/platform/config';
import { suppliers } from '@/lib/suppliers';
import { sandboxEnv } from './lib/sandbox-env';

/**
 * Shows the configuration that the shop would start with, secrets masked, or everything that is wrong with it.
 * With `--sandbox` it is the one of `npm run demo`.
 */
const env = process.argv.includes('--sandbox') ? sandboxEnv() : process.env;
const parsed = parseConfig(env, [...suppliers, ...methods, ...collectors]);
if (!parsed.ok) {
  console.error(describeFaults(parsed.faults));
  process.exit(1);
}
console.log(JSON.stringify(maskConfig(parsed.config), null, 2));
