import { describe, expect, it } from 'vitest';
import { files, foldersIn, read } from './support/files';
import { importsOf } from './support/imports';
import { isShared } from './support/rooms';

const SUPPLIER = ['index.ts', 'config.ts', 'wire.ts', 'client.ts', 'map.ts', 'errors.ts'];

/** Each is a method; what several of them share is none. */
const methods = foldersIn('lib/payments').filter((folder) => !isShared('lib/payments', folder));

/** Folders of a room, each with whether the room's registry imports it. */
const registered = (room: string, registry: string) => {
  const listed = new Set(importsOf(registry).map(({ to }) => to));
  return foldersIn(room).map(
    (folder) => [folder, [...listed].some((to) => to.startsWith(`${room}/${folder}/`))] as const,
  );
};

/** A test that is about a folder: beside its files, or in `tests/` under its name. */
const tested = (room: string, folder: string) =>
  files.some(
    (file) =>
      file.endsWith('.test.ts') &&
      (file.startsWith(`${room}/${folder}/`) || file.startsWith(`tests/suppliers/${folder}`)),
  );

describe.each(foldersIn('lib/suppliers'))('the supplier %s', (id) => {
  it.each(SUPPLIER)('has its %s', (name) => {
    expect(files).toContain(`lib/suppliers/${id}/${name}`);
  });

  it('has tests beside its files', () => {
    expect(files.some((file) => file.startsWith(`lib/suppliers/${id}/`) && file.endsWith('.test.ts'))).toBe(
      true,
    );
    expect(tested('lib/suppliers', id)).toBe(true);
  });

  it('bears what every supplier must', () => {
    expect(files).toContain(`tests/contract/${id}.test.ts`);
  });

  it('has a page', () => {
    expect(files).toContain(`docs/suppliers/${id}.md`);
  });

  it('reads its JSON by its own schemas and nobody else’s', () => {
    const users = files
      .filter((file) => file.endsWith('.ts') && !file.startsWith(`lib/suppliers/${id}/`))
      .filter((file) => /^(app|components|lib)\//.test(file))
      .filter((file) => importsOf(file).some(({ to }) => to === `lib/suppliers/${id}/wire.ts`));
    expect(users).toEqual([]);
  });
});

describe('registries', () => {
  it.each([
    ['lib/suppliers', 'lib/suppliers/index.ts'],
    ['lib/payments', 'lib/payments/index.ts'],
    ['lib/collectors', 'lib/collectors/index.ts'],
    ['sandbox/providers', 'sandbox/registry.ts'],
  ])('every folder of %s is registered', (room, registry) => {
    const folders = registered(room, registry).filter(
      ([folder]) => room !== 'lib/payments' || methods.includes(folder),
    );
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.filter(([, listed]) => !listed)).toEqual([]);
  });

  it('every payment method has its component', () => {
    const registry = read('components/payment/registry.tsx');
    const missing = methods.filter((id) => !registry.includes(`'${id}'`) && !registry.includes(`${id}:`));
    expect(missing).toEqual([]);
  });
});
