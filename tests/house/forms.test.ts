import { describe, expect, it } from 'vitest';
import { files, read } from './support/files';

/** What `proxy.ts` lets past: it answers every other POST with 405, because Next renders a page for any method. */
describe('forms', () => {
  const source = /source:\s*'([^']+)'/.exec(read('proxy.ts'))?.[1] ?? '';
  const routes = files
    .filter((file) => /^app\/.*route\.ts$/.test(file) && /Form as POST/.test(read(file)))
    .map((file) => file.replace(/^app|\/route\.ts$/g, '').replaceAll(/\[\w+\]/g, 'x'));

  it('are taken at their own addresses, and nothing else is', () => {
    expect(routes.length).toBeGreaterThan(15);
    const stopped = new RegExp(`^${source}$`);
    expect(stopped.test('/basket')).toBe(true);
    expect(routes.filter((path) => stopped.test(path))).toEqual([]);
  });
});
