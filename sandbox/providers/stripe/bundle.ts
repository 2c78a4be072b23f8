import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The sandbox's browser files, as text. */
export interface BrowserFiles {
  script: string;
  field: string;
  challenge: string;
  fieldCss: string;
  challengeCss: string;
}

const here = (path: string) => fileURLToPath(new URL(`./browser/${path}`, import.meta.url));

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

async function make(): Promise<BrowserFiles> {
  const [script, field, challenge, fieldCss, challengeCss] = await Promise.all([
    bundle('host/main.ts'),
    bundle('frame/main.ts'),
    bundle('challenge/main.ts'),
    readFile(here('frame/field.css'), 'utf8'),
    readFile(here('challenge/challenge.css'), 'utf8'),
  ]);
  return { script, field, challenge, fieldCss, challengeCss };
}

let made: Promise<BrowserFiles> | undefined;

/** Builds the browser files once a process; a failed build is tried again by the next caller. */
export function browserFiles(): Promise<BrowserFiles> {
  made ??= make().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}
