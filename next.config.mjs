/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  reactStrictMode: true,
  // What ships; `npm run types` checks the tests and the sandbox too.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  poweredByHeader: false,
  // Native and worker-based modules stay outside the bundle.
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'prom-client', 'nodemailer'],
  // Money pages are never cached by a CDN or the router; static assets keep Next's own immutable caching.
  experimental: {
    staleTimes: { dynamic: 0, static: 30 },
    // The proxy buffers bodies for itself; ours are small, and the handlers' own limit is smaller still.
    proxyClientMaxBodySize: '64kb',
  },
  // What the server reads at run time is the environment and the database; nothing of these belongs into the build.
  outputFileTracingExcludes: { '*': ['data/**', 'sandbox/**', 'tests/**', 'e2e/**', 'test-results/**'] },
};
