import { describe, expect, it } from 'vitest';
import { read, shipped } from './support/files';
import { type Import, importsOf } from './support/imports';
import { folderOf, isShared, ROOMS, type Room, roomOf } from './support/rooms';

const imports = shipped.flatMap(importsOf).filter(({ inside }) => inside);
const packages = shipped.flatMap(importsOf).filter(({ inside }) => !inside);

/** Imports from a room that `bad` objects to, as lines that say where to look. */
const from = (room: Room, bad: (one: Import) => boolean, among: readonly Import[] = imports) =>
  among.filter((one) => roomOf(one.from) === room && bad(one)).map(({ from: file, to }) => `${file} → ${to}`);

const into =
  (...rooms: Room[]) =>
  (one: Import) =>
    rooms.includes(roomOf(one.to));

/** Where code of the server lives: everything in `lib`. */
const SERVER = ROOMS.filter((room) => room === 'lib' || room.startsWith('lib/'));

describe('doors that stay shut', () => {
  it('reads the project at all', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true);
  });

  it.each(SERVER)('%s imports no page and no component', (room) => {
    expect(from(room, into('app', 'components', 'components/payment'))).toEqual([]);
  });

  it.each(['components', 'components/payment'] as const)('%s imports no route', (room) => {
    expect(from(room, into('app'))).toEqual([]);
  });

  it('routes and components name no supplier, method or collector', () => {
    const named = into('lib/suppliers', 'lib/payments', 'lib/collectors');
    expect([...from('app', named), ...from('components', named)]).toEqual([]);
  });

  it('the heart knows contracts only', () => {
    const others = SERVER.filter((room) => room !== 'lib/checkout');
    expect(from('lib/checkout', (one) => into(...others)(one) && !one.typeOnly)).toEqual([]);
    expect(
      from('lib/checkout', into('lib/suppliers', 'lib/payments', 'lib/collectors', 'lib/db', 'lib/api')),
    ).toEqual([]);
  });

  it('a supplier knows no other supplier, no store, and of a method its params only', () => {
    const elsewhere = into('lib/collectors', 'lib/db', 'lib/mail', 'lib/api', 'lib');
    expect(from('lib/suppliers', elsewhere)).toEqual([]);
    expect(from('lib/suppliers', deeperThanParams)).toEqual([]);
    expect(from('lib/suppliers', outsideItsFolder)).toEqual([]);
  });

  it('a method knows no supplier and no other method but what its provider’s methods share', () => {
    const elsewhere = into('lib/suppliers', 'lib/collectors', 'lib/db', 'lib/mail', 'lib/api', 'lib');
    expect(from('lib/payments', elsewhere)).toEqual([]);
    const shared = ({ from: file, to }: Import) =>
      isShared('lib/payments', folderOf(to)) && folderOf(file).startsWith(`${folderOf(to)}-`);
    expect(from('lib/payments', (one) => outsideItsFolder(one) && !shared(one))).toEqual([]);
  });

  it('a collector knows no supplier and no other collector, and of a method its params only', () => {
    const elsewhere = into('lib/suppliers', 'lib/db', 'lib/mail', 'lib/api', 'lib');
    expect(from('lib/collectors', elsewhere)).toEqual([]);
    expect(from('lib/collectors', deeperThanParams)).toEqual([]);
    expect(from('lib/collectors', outsideItsFolder)).toEqual([]);
  });

  it('a payment component meets its method only, and only in what both read and write', () => {
    expect(from('components/payment', into('lib/suppliers', 'lib/collectors', 'lib/db', 'lib'))).toEqual([]);
    const strange = (one: Import) =>
      into('lib/payments')(one) && !one.from.includes(folderOf(one.to).split('-')[0] ?? '');
    expect(from('components/payment', strange)).toEqual([]);
  });

  it.each(['lib/suppliers', 'lib/payments', 'lib/checkout', 'lib/db', 'lib/platform'] as const)(
    '%s knows no React',
    (room) => {
      expect(from(room, ({ to }) => /^(react|react-dom|next)$/.test(to), packages)).toEqual([]);
    },
  );

  it('what the platform is made of knows nothing of what stands on it', () => {
    const above = into(
      'lib/suppliers',
      'lib/payments',
      'lib/collectors',
      'lib/db',
      'lib/mail',
      'lib/api',
      'lib',
    );
    expect(from('lib/platform', above)).toEqual([]);
  });

  it('sandbox and app import nothing of each other', () => {
    const shop = into('app', 'components', 'components/payment', 'root', ...SERVER);
    expect(from('sandbox', shop)).toEqual([]);
    const rooms: Room[] = ['app', 'components', 'components/payment', 'root', ...SERVER];
    expect(rooms.flatMap((room) => from(room, into('sandbox')))).toEqual([]);
  });

  it('uses no package that package.json does not name', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const named = { ...dependencies, ...devDependencies };
    const loose = packages.filter(
      ({ to }) => !to.startsWith('node:') && !Object.hasOwn(named, to.replace(/^zod\/.*/, 'zod')),
    );
    expect(loose.map(({ from: file, to }) => `${file} → ${to}`)).toEqual([]);
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('nothing that is shipped imports tests, and browser tests see the shop from outside', () => {
    const rooms: Room[] = ['app', 'components', 'components/payment', 'sandbox', 'scripts', ...SERVER];
    expect(rooms.flatMap((room) => from(room, into('tests', 'e2e', 'bench')))).toEqual([]);
    expect(from('e2e', into('app', 'components', 'components/payment', 'sandbox', ...SERVER))).toEqual([]);
  });
});

/** What a method's component is handed is where it and who hands it over meet; how the method works is not. */
const deeperThanParams = (one: Import) => into('lib/payments')(one) && !/\/(params|types)\.ts$/.test(one.to);

/** An import of the same room that is neither of the file's own folder nor made by the room's registry. */
function outsideItsFolder(one: Import): boolean {
  return (
    roomOf(one.to) === roomOf(one.from) &&
    folderOf(one.from) !== '' &&
    folderOf(one.to) !== folderOf(one.from)
  );
}
