import { fileURLToPath } from 'node:url';
import { bundle, once, styles } from '../../core/bundle';

/** The sandbox's browser files, as text. */
export interface BrowserFiles {
  script: string;
  field: string;
  challenge: string;
  fieldCss: string;
  challengeCss: string;
}

const here = (path: string) => fileURLToPath(new URL(`./browser/${path}`, import.meta.url));

async function make(): Promise<BrowserFiles> {
  const [script, field, challenge, fieldCss, challengeCss] = await Promise.all([
    bundle(here('host/main.ts')),
    bundle(here('frame/main.ts')),
    bundle(here('challenge/main.ts')),
    styles(here('frame/field.css')),
    styles(here('../../../core/bank/bank.css')),
  ]);
  return { script, field, challenge, fieldCss, challengeCss };
}

/** Builds the browser files once a process. */
export const browserFiles = once(make);
