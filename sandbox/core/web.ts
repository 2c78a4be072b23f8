/** Headers of a page that holds nothing but its own files, in nobody's frame but `framedBy` (an origin or `'none'`). */
export function policy(options: { framedBy: string; formAction?: string }): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      `form-action ${options.formAction ?? "'none'"}`,
      `frame-ancestors ${options.framedBy}`,
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** A file that any site may load. */
export function asset(type: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
