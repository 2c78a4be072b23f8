/** Which purchases a browser opened on the test bench, and for which scenario each: a cookie of its own, newest first. */
export const OPENED_COOKIE = 'foyer-qa';

const MOST = 6;
const DAY_SECONDS = 86_400;
const ENTRY = /^([a-z0-9]{20,40}):([a-z0-9.-]{1,60})$/;

export interface OpenedFor {
  readonly id: string;
  readonly scenario: string;
}

/** What the cookie says; anything that we did not write is left out. */
export function readOpened(cookie: string | undefined): readonly OpenedFor[] {
  return (cookie ?? '').split('~').flatMap((entry) => {
    const [, id, scenario] = ENTRY.exec(entry) ?? [];
    return id && scenario ? [{ id, scenario }] : [];
  });
}

/** The `Set-Cookie` line with one more. */
export function openedCookie(before: readonly OpenedFor[], one: OpenedFor): string {
  const all = [one, ...before].slice(0, MOST).map(({ id, scenario }) => `${id}:${scenario}`);
  return `${OPENED_COOKIE}=${all.join('~')}; Path=/qa; Max-Age=${DAY_SECONDS}; Secure; HttpOnly; SameSite=Lax`;
}
