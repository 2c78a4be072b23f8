const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL's host is this machine. Only the three names that no resolver can point elsewhere count. */
export function isLoopback(url: string | URL): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}
