import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What is made by tools or kept for them, and is not ours to judge. */
const SKIP = new Set([
  'node_modules',
  '.next',
  '.git',
  'data',
  'test-results',
  'playwright-report',
  'public',
]);

/** Every file of the project as a path from its root, with `/` between folders. */
export const files: readonly string[] = walk('');

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}${sep}${entry.name}`;
    if (entry.isDirectory()) return SKIP.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path.replaceAll(sep, '/')] : [];
  });
}

/** Source code: what imports and is imported. */
export const sources: readonly string[] = files.filter(
  (file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.endsWith('.d.ts'),
);

/** Source code that is shipped; tests beside it are not. */
export const shipped: readonly string[] = sources.filter((file) => !/\.test\.tsx?$/.test(file));

/** The text of a file. */
export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Names of the folders in a folder; none when it is not there. */
export const foldersIn = (folder: string): readonly string[] => [
  ...new Set(
    files
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).split('/'))
      .filter((parts) => parts.length > 1)
      .map(([name = '']) => name),
  ),
];
