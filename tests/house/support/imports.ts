import { dirname, posix } from 'node:path';
import { files, read } from './files';

/** One import of a file. */
export interface Import {
  readonly from: string;
  /** What was written. */
  readonly specifier: string;
  /** The project's file it leads to, or the name of a package or `node:` module. */
  readonly to: string;
  readonly inside: boolean;
  /** Gone after compilation: nothing but types is taken. */
  readonly typeOnly: boolean;
}

const KNOWN = new Set(files);
const ENDINGS = ['', '.ts', '.tsx', '.mts', '.mjs', '.json', '/index.ts', '/index.tsx'];

/** `import … from`, `export … from`, `import '…'`, `import('…')`, `require('…')`. */
const STATEMENT =
  /(?:^|[\s;{}(=,:?&|>!])(?:(import|export)\s+((?:type\s+)?[\w*{}\s,$]+?)\s+from\s*|import\s*|(?:import|require)\s*\(\s*)(['"])([^'"\n]+)\3/g;

/** Every import of a file, resolved. Throws when one leads nowhere: then this reader, or the file, is wrong. */
export function importsOf(file: string): readonly Import[] {
  const known = cache.get(file);
  if (known) return known;
  const found = statementsIn(read(file)).map((one) => ({
    from: file,
    ...one,
    ...resolve(file, one.specifier),
  }));
  cache.set(file, found);
  return found;
}

/** What a source text imports, as it is written. */
export function statementsIn(text: string): readonly Pick<Import, 'specifier' | 'typeOnly'>[] {
  return [...withoutComments(text).matchAll(STATEMENT)].map(([, , clause, , specifier = '']) => ({
    specifier,
    typeOnly: takesTypesOnly(clause),
  }));
}

const cache = new Map<string, readonly Import[]>();

/** `import type {…}`, `export type {…}`, or braces in which every name is marked. */
function takesTypesOnly(clause: string | undefined): boolean {
  if (clause === undefined) return false;
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim());
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function resolve(from: string, specifier: string): { to: string; inside: boolean } {
  const local = specifier.startsWith('@/') ? specifier.slice(2) : relative(from, specifier);
  if (local === null) return { to: packageOf(specifier), inside: false };
  const found = ENDINGS.map((ending) => `${local}${ending}`).find((path) => KNOWN.has(path));
  if (found) return { to: found, inside: true };
  // Styles and pictures are the bundler's; only their existence could be wrong, and the build sees that.
  if (/\.(css|svg|png)$/.test(local)) return { to: local, inside: true };
  throw new Error(`${from} imports "${specifier}", which leads nowhere.`);
}

const relative = (from: string, specifier: string) =>
  /^\.{1,2}(\/|$)/.test(specifier) ? posix.join(dirname(from), specifier) : null;

/** `@scope/name/deep` is of `@scope/name`; `zod/mini` and `node:fs` are kept whole, since the difference matters. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:') || specifier.startsWith('zod')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Comments blanked out, strings left alone: an import in an example is none. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(^|[^:\\/])\/\/.*$/gm,
    (_all, string: string | undefined, before: string | undefined) => string ?? before ?? '',
  );
}
