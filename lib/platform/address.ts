/** Whether an address is http(s), on one of these origins, and carries nobody's name and password. */
export function isFrom(url: string | null | undefined, origins: readonly string[]): url is string {
  if (!url || url.length > 2000 || !URL.canParse(url)) return false;
  const { origin, protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && !username && !password && origins.includes(origin);
}
