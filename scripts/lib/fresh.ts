import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
];

/** Whether the production build is newer than everything it is made of. */
export function buildIsFresh(): boolean {
  const stamp = '.next/BUILD_ID';
  if (!existsSync(stamp) || !existsSync('.next/standalone/server.js')) return false;
  const built = statSync(stamp).mtimeMs;
  return SOURCES.every((source) => !existsSync(source) || newest(source) <= built);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
