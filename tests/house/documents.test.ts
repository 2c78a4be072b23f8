import { describe, expect, it } from 'vitest';
import { files, read } from './support/files';

/** The proxy's own pattern, taken from its text: Next must be able to read it there without running anything. */
const source = /source:\s*'([^']+)'/.exec(read('proxy.ts'))?.[1] ?? '';
const isDocument = (path: string) => new RegExp(`^${source}$`).test(path);

/** The address of a file of `app`, with an id where any may stand. */
const addressOf = (file: string) =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .map((part) => (part.startsWith('[') ? 'x1' : part))
    .join('/')}`;

const of = (name: string) => files.filter((file) => file.startsWith('app/') && file.endsWith(`/${name}`));

describe('the proxy', () => {
  it('leaves routes of forms to themselves: it takes no posts', () => {
    const routes = of('route.ts').map(addressOf);
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(isDocument)).toEqual([]);
  });

  it('answers for every page', () => {
    const pages = of('page.tsx').map(addressOf);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((path) => !isDocument(path))).toEqual([]);
  });
});
