/**
 * Headers of every answer that is no page of ours: JSON, problems, redirects. Opened by itself such an answer loads
 * nothing, is in no frame and tells no other site where it came from; a document of a supplier brings a policy of its own.
 */
export function answerHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...transport(publicUrl),
  };
}

/** Once over TLS, always over TLS. On this machine there is none to insist on. */
export function transport(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:')
    ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
    : {};
}

/** The answer with those of the headers that it does not have itself. */
export function secured(response: Response, publicUrl: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(answerHeaders(publicUrl))) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers });
}
