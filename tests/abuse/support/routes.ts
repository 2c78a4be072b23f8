import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Visitor } from './visitor';

/** One call of the API, from its own description. */
export interface Described {
  readonly method: string;
  readonly path: string;
  readonly body: boolean;
}

/** Every call that the running shop describes. */
export async function described(who: Visitor): Promise<readonly Described[]> {
  const { paths } = await who.json<{ paths: Record<string, Record<string, { requestBody?: object }>> }>(
    '/api/openapi.json',
  );
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path: url,
      body: requestBody !== undefined,
    })),
  );
}

const found = (ending: string) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.startsWith('api/'))
    .map((file) => ({
      file: path.join('app', file),
      path: `/${path.dirname(file)}`
        .replace(/\/\([^)]+\)/g, '')
        .replace(/^\/\.$/, '/')
        .replaceAll(/\[(\w+)\]/g, '{$1}'),
    }));

/** Addresses that take a form of our pages. */
export const FORMS: readonly string[] = found('/route.ts')
  .filter(({ file }) => /Form as POST/.test(readFileSync(file, 'utf8')))
  .map((one) => one.path);

/** Addresses of pages. */
export const PAGES: readonly string[] = found('page.tsx').map((one) => one.path || '/');

/** An address with its parameters filled in; unnamed ones get `other`. */
export function filled(pattern: string, values: Readonly<Record<string, string>>, other = 'x'): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? other));
}
