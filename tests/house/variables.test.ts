import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectors } from '@/lib/collectors';
import { methods } from '@/lib/payments';
import { ownVariables } from '@/lib/platform/config/sections';
import { suppliers } from '@/lib/suppliers';

/** The tables of the pages in docs: what stands in the first cell of a row, in code. */
const rows = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(`docs/${file}`, 'utf8'))
  .join('\n');
const documented = new Set(
  [...rows.matchAll(/^\| ((?:`[A-Z][A-Z0-9_]+`(?:, )?)+)/gm)].flatMap(
    ([, cell = '']) => cell.match(/[A-Z0-9_]+/g) ?? [],
  ),
);
const configuration = readFileSync('docs/configuration.md', 'utf8');

/** Names that a module's schema asks the environment for. */
function asked(module: { readonly config: { safeParse(env: unknown): unknown } }): string[] {
  const names = new Set<string>();
  const env = new Proxy({} as Record<string, string>, {
    get: (_, name) => {
      if (typeof name === 'string' && /^[A-Z][A-Z0-9_]+$/.test(name)) names.add(name);
      return undefined;
    },
  });
  module.config.safeParse(env);
  return [...names];
}

describe('every variable is explained', () => {
  it.each(Object.keys(ownVariables.shape))('the shop’s own %s, in docs/configuration.md', (name) => {
    expect(configuration).toContain(`\n| \`${name}\` |`);
  });

  it.each([...suppliers, ...methods, ...collectors].map((module) => [module.id, module] as const))(
    'those of %s, in a table of docs/',
    (_, module) => {
      const names = asked(module);
      expect(names.filter((name) => !documented.has(name))).toEqual([]);
    },
  );

  it('and the reader of schemas finds them at all', () => {
    expect(suppliers.flatMap(asked).length).toBeGreaterThan(4);
  });
});
