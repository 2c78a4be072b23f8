import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Json } from '@/lib/checkout/json';
import type { CspSources } from '@/lib/checkout/method';
import { openPort } from '../sandbox/harness';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Serves a page with one method's component on it at `http://localhost`, another site than the sandbox's, under exactly
 * the policy that the method asks for. `entry` is the page's script, a path from the project's root; it finds the
 * params in `#params`.
 */
export async function openPayDocument(
  entry: string,
  csp: () => CspSources,
  params: () => Json,
): Promise<{ server: Server; origin: string }> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}${entry}`],
    bundle: true,
    write: false,
    outdir: ROOT,
    format: 'iife',
    jsx: 'automatic',
    alias: { '@': ROOT },
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  });
  const made = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  const [script, style] = [made('.js') ?? '', made('.css')];
  const link = style === undefined ? '' : '<link rel="stylesheet" href="/app.css">';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    if (pathname === '/app.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (pathname === '/app.css') return response.setHeader('content-type', 'text/css').end(style);
    if (pathname !== '/') return response.writeHead(204).end();
    const data = JSON.stringify(params()).replaceAll('<', '\\u003c');
    return response
      .setHeader('content-security-policy', policy(csp()))
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><html lang="en"><title>Pay</title><meta name="viewport" content="width=device-width">${link}<div id="root"></div><script type="application/json" id="params">${data}</script><script src="/app.js"></script></html>`,
      );
  });
  return { server, origin: (await openPort(server)).replace('127.0.0.1', 'localhost') };
}

function policy({ script = [], frame = [], connect = [], img = [], form = [] }: CspSources): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `form-action 'self' ${form.join(' ')}`,
    `img-src 'self' data: ${img.join(' ')}`,
    `script-src 'self' ${script.join(' ')}`,
    `frame-src ${frame.join(' ')}`,
    `connect-src 'self' ${connect.join(' ')}`,
  ].join('; ');
}
