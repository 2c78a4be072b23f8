import { readFile } from 'node:fs/promises';

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

/** A file of the picker page's own, from the folder beside this one; undefined when there is none of that name. */
export async function asset(name: string): Promise<{ type: string; text: string } | undefined> {
  const match = /^[a-z-]+\.(js|css)$/.exec(name);
  if (!match) return undefined;
  try {
    const text = await readFile(new URL(`./browser/${name}`, import.meta.url), 'utf8');
    return { type: TYPES[match[1] as keyof typeof TYPES], text };
  } catch {
    return undefined;
  }
}
