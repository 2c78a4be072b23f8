import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openPort } from './harness';

const NONCE = 'n0nce';

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./stripe-page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const CSS = `body{margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#101828}body.dark{background:#101828;color:#f2f4f7}
form{max-width:480px}label{display:block;margin:12px 0 4px;font-size:14px}.box{padding:12px;border:1px solid #d0d5dd;border-radius:8px}
.box:has(.StripeElement--focus){border-color:#0f5c56;box-shadow:0 0 0 3px #0f5c5633}.box:has(.StripeElement--invalid){border-color:#d92d20}
button{min-height:44px;padding:0 20px}output{display:block;font-size:12px}p{min-height:24px;color:#d92d20}`;

/** What a strict shop allows: no inline script or style without the nonce, and of others only the sandbox. */
function policy(sandbox: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${NONCE}' ${sandbox}`,
    `style-src 'self' 'nonce-${NONCE}'`,
    `frame-src ${sandbox}`,
    `connect-src 'self' ${sandbox}`,
    "form-action 'self'",
  ].join('; ');
}

/** Serves the test's shop page at `http://localhost`, another site than the sandbox's. */
export async function openShop(sandbox: () => string): Promise<{ server: Server; origin: string }> {
  const script = await bundlePage();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    if (url.pathname === '/app.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (url.pathname !== '/') return response.writeHead(204).end();
    response.setHeader('content-security-policy', policy(sandbox()));
    response.setHeader('content-type', 'text/html');
    const dark = url.searchParams.get('dark') === '1' ? 'dark' : '';
    return response.end(
      `<!doctype html><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${dark || 'light'}"><title>Shop</title><style nonce="${NONCE}">${CSS}</style><body class="${dark}"><div id="root"></div><script src="${sandbox()}/endive/stripe.js"></script><script nonce="${NONCE}" src="/app.js"></script>`,
    );
  });
  return { server, origin: (await openPort(server)).replace('127.0.0.1', 'localhost') };
}
