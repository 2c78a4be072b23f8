import { describe, expect, it } from 'vitest';
import { read, shipped } from './support/files';
import { type Import, importsOf } from './support/imports';

/** Server code and what costs a browser too much. `zod/mini` is 4 kB, zod is 90. */
const FORBIDDEN =
  /^(server-only|zod|zod\/v4|node:.*|better-sqlite3|pg|kysely|pino|prom-client|jose|nodemailer|ajv)$/;

/** Node's modules may also be written without their prefix. */
const BARE_NODE = /^(fs|path|crypto|http|https|net|os|stream|child_process|url|util|buffer|zlib)$/;

const starts = shipped.filter((file) => /^\s*(\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(read(file)));

const forbidden = ({ to, inside }: Import) => !inside && (FORBIDDEN.test(to) || BARE_NODE.test(to));

/** Code that is bundled with its importer. A module of server functions is called over the wire instead. */
const bundled = (file: string) => /\.(ts|tsx|mjs)$/.test(file) && !/^\s*['"]use server['"]/.test(read(file));

/** The shortest way from a client component to something that must not reach a browser; null when there is none. */
function leak(start: string): string | null {
  const ways = new Map([[start, start]]);
  // A map keeps the order in which it grows, and grows while it is walked: this is the whole search.
  for (const [file, way] of ways) {
    const imports = bundled(file) ? importsOf(file).filter(({ typeOnly }) => !typeOnly) : [];
    const bad = imports.find(forbidden);
    if (bad) return `${way} → ${bad.to}`;
    for (const { to, inside } of imports) if (inside && !ways.has(to)) ways.set(to, `${way} → ${to}`);
  }
  return null;
}

describe('what reaches a browser', () => {
  it('begins somewhere', () => {
    expect(starts.length).toBeGreaterThan(3);
  });

  it.each(starts)('%s brings no server code along', (file) => {
    expect(leak(file)).toBeNull();
  });
});
