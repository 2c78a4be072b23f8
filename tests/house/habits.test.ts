import { describe, expect, it } from 'vitest';
import { files, read, shipped, sources } from './support/files';
import { withoutComments } from './support/imports';

/** Files among `among` whose text shows `pattern`; this folder names what it looks for. */
const showing = (pattern: RegExp, among: readonly string[], text = read) =>
  among.filter((file) => !file.startsWith('tests/house/') && pattern.test(text(file)));

const shop = shipped.filter(
  (file) => /^(app|components|lib)\//.test(file) || /^(proxy|instrumentation)\.ts$/.test(file),
);
const code = (file: string) => withoutComments(read(file));

describe('habits of the house', () => {
  it('keeps every file within 300 lines', () => {
    const long = files
      .filter((file) => /\.(ts|tsx|mts|mjs|css)$/.test(file))
      .filter((file) => read(file).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  it('hands nothing to browsers by a build variable', () => {
    const named = files.filter((file) => /\.(ts|tsx|mjs|json|yml|yaml|sh)$|(^|\/)\.env/.test(file));
    expect(showing(/NEXT_PUBLIC_/, named)).toEqual([]);
  });

  it('has no mock mode: a sandbox is other addresses in the environment', () => {
    const asks = /\bif\s*\([^)\n]*\b\w*(sandbox|mock|fake)(?!ControlUrl)\w*/i;
    const mode = /['"](sandbox|mock|fake)['"]\s*(===|!==|\?)|(===|!==)\s*['"](sandbox|mock|fake|test)['"]/i;
    expect([...showing(asks, shop, code), ...showing(mode, shop, code)]).toEqual([]);
  });

  it('asks where the sandbox is only for its own page', () => {
    const users = showing(/sandboxControlUrl/, shop, code).filter(
      (file) => !/^(lib\/platform\/config|components\/qa|app\/qa)\//.test(file),
    );
    expect(users).toEqual([]);
  });

  it('puts other modules in the place of ours only where test files share none', () => {
    const mocking = showing(/^vi\.mock\(/m, sources).filter((file) => !file.startsWith('tests/api/'));
    expect(mocking).toEqual([]);
  });

  it('leaves no note to self', () => {
    expect(showing(/(\/\/|\*|#).*\b(TODO|FIXME|XXX|HACK)\b/, sources)).toEqual([]);
  });

  it('reads the environment where configuration is read, and nowhere else', () => {
    const allowed = /^(lib\/(foyer|boot)\.ts|proxy\.ts|instrumentation\.ts|lib\/platform\/)/;
    const readers = showing(/process\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME)\b)/, shop, code);
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('renders no text as HTML', () => {
    expect(showing(/dangerouslySetInnerHTML|\.innerHTML\s*=/, shop, code)).toEqual([]);
  });

  it('talks to the outside through its one client', () => {
    const callers = showing(
      /(^|[^.\w])fetch\(/m,
      shipped.filter((file) => file.startsWith('lib/')),
      code,
    );
    expect(callers.filter((file) => file !== 'lib/platform/http/once.ts')).toEqual([]);
  });
});
