import { createHash, randomBytes } from 'node:crypto';

/** `__Host-`: only this host over a secure connection can set it, so a neighbour's page cannot plant one. */
export const SESSION_COOKIE = '__Host-foyer';

const KEEP_SECONDS = 30 * 24 * 3600;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A browser: the cookie's value stays there, the store knows its hash only. */
export interface Session {
  readonly id: string;
  readonly value: string;
}

/** 256 random bits. */
export function newSession(): Session {
  return sessionOf(randomBytes(32).toString('base64url'));
}

/** The session of a cookie's value; null for anything we never made. */
export function readSession(value: string | undefined): Session | null {
  return value !== undefined && SHAPE.test(value) ? sessionOf(value) : null;
}

/** `Lax`, said aloud: a return from a bank's page must find it, and a browser's default forgets after two minutes. */
export function sessionCookie({ value }: Session): string {
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${KEEP_SECONDS}; Secure; HttpOnly; SameSite=Lax`;
}

function sessionOf(value: string): Session {
  return { value, id: createHash('sha256').update(value).digest('base64url') };
}
