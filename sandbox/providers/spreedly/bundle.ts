import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle, once } from '../../core/bundle';

const here = (path: string) => fileURLToPath(new URL(`./browser/${path}`, import.meta.url));

/** The sandbox's browser files, as text. */
async function make(): Promise<{ script: string; form: string; css: string }> {
  const [script, form, css] = await Promise.all([
    bundle(here('host/main.ts')),
    bundle(here('frame/main.ts')),
    readFile(here('frame/form.css'), 'utf8'),
  ]);
  return { script, form, css };
}

/** Builds the browser files once a process. */
export const browserFiles = once(make);
