import { describe, expect, it } from 'vitest';
import { importsOf, statementsIn } from './support/imports';

/** The checks of this folder are as good as this reader. */
describe('the reader of imports', () => {
  it.each<[string, string, boolean]>([
    ["import a from 'x';", 'x', false],
    ["import { a, type B } from 'x';", 'x', false],
    ["import {\n  type A,\n  type B,\n} from 'x';", 'x', true],
    ["import type { A } from 'x';", 'x', true],
    ["import type A from 'x';", 'x', true],
    ["import * as a from 'x';", 'x', false],
    ["import a, { b } from 'x';", 'x', false],
    ["import 'x';", 'x', false],
    ["export { a } from 'x';", 'x', false],
    ["export type { A } from 'x';", 'x', true],
    ["export * from 'x';", 'x', false],
    ["const a = await import('x');", 'x', false],
    ["dynamic(() => import('x').then((m) => m.A));", 'x', false],
    ["const a = require('x');", 'x', false],
    ['import a from "x"', 'x', false],
    ["'use client';\n\nimport a from 'x';", 'x', false],
  ])('reads %j', (text, specifier, typeOnly) => {
    expect(statementsIn(text)).toEqual([{ specifier, typeOnly }]);
  });

  it.each([
    "// import a from 'x';",
    "/* import 'x' */",
    "/**\n * import a from 'x';\n */",
    "const text = 'plain';",
  ])('finds none in %j', (text) => {
    expect(statementsIn(text)).toEqual([]);
  });

  it('does not take an address for a comment', () => {
    expect(statementsIn("const a = 'https://x.example'; import b from 'y';")).toEqual([
      { specifier: 'y', typeOnly: false },
    ]);
  });

  it('resolves aliases and neighbours', () => {
    const found = importsOf('lib/platform/http/client.ts').map(({ to }) => to);
    expect(found).toContain('lib/checkout/supplier.ts');
    expect(found).toContain('lib/platform/http/url.ts');
  });
});
