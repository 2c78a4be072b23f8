import { fileURLToPath } from 'node:url';
import { bundle, once, styles } from '../../core/bundle';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sandbox's browser files by the name under which pages ask for them; each its type and its text. */
async function make(): Promise<ReadonlyMap<string, readonly [type: string, text: string]>> {
  const script = async (path: string) =>
    ['text/javascript', await bundle(here(`./browser/${path}`))] as const;
  const css = async (...paths: string[]) => ['text/css', await styles(...paths.map(here))] as const;
  const files = {
    'field.js': script('field/main.ts'),
    'field.css': css('./browser/field/field.css'),
    'submit.js': script('issuer/submit.ts'),
    'tell.js': script('issuer/tell.ts'),
    'challenge.js': script('../../../core/bank/ask.ts'),
    'bank.css': css('../../core/bank/bank.css', '../../core/bank/bank-inner.css'),
  };
  return new Map(
    await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await file] as const)),
  );
}

/** Builds the browser files once a process. */
export const browserFiles = once(make);
