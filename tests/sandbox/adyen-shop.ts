import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { openPort } from './harness';

const CSS = `body{margin:0;padding:24px;font:16px/1.5 Arial,sans-serif}#dropin{max-width:480px}
body.dark{background:#101828;color:#f2f4f7}output{display:block;font-size:12px}`;

/** With this in the address of the API the library does native 3D Secure over plain http. */
export const NATIVE = '/checkoutshopper/test/-/http://localhost:8080/';
export const PLAIN = '/checkoutshopper/test/';

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./adyen-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** What a strict shop allows: nothing inline, and of others only the sandbox. */
function policy(sandbox: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${sandbox}`,
    `frame-src ${sandbox}`,
    `img-src data: ${sandbox}`,
    `form-action 'self' ${sandbox}`,
  ].join('; ');
}

/** Serves the test's shop page at `http://localhost`, another site than the sandbox's. */
export async function openAdyenShop(sandbox: () => string): Promise<{ server: Server; origin: string }> {
  const script = await bundlePage();
  const css = readFileSync('node_modules/@adyen/adyen-web/dist/es/adyen.css', 'utf8');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    if (url.pathname === '/app.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (url.pathname === '/app.css') return response.setHeader('content-type', 'text/css').end(css + CSS);
    if (url.pathname !== '/' && url.pathname !== '/back') return response.writeHead(204).end();
    const dark = url.searchParams.get('dark') === '1' ? 'dark' : '';
    return response
      .setHeader('content-security-policy', policy(sandbox()))
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><html lang="en" data-key="${ADYEN_CLIENT_KEY}" data-adyen="${sandbox()}${NATIVE}"><meta name="viewport" content="width=device-width"><title>Shop</title><link rel="stylesheet" href="/app.css"><body class="${dark}"><div id="dropin"></div><output id="result"></output><output id="ready"></output><script src="/app.js"></script></body></html>`,
      );
  });
  return { server, origin: (await openPort(server)).replace('127.0.0.1', 'localhost') };
}
