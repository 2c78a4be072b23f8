import { randomUUID } from 'node:crypto';
import type { Desk } from './desk';
import { Refusal, refusalWire } from './refusals';
import type { Page } from './transaction/model';
import { stringify } from './wire/json';

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A 200. */
export function ok(body: Record<string, unknown>): Answer {
  return { status: 200, body };
}

/** What was thrown, as an answer. */
export function answerOf(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, body: refusalWire(error) };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { error_code: 4, error_desc: said } };
}

/** An answer as it goes out, for the archives too. */
export function pageOf(desk: Desk, { status, body }: Answer): Page {
  return { status, text: stringify(body, desk.store.wire === 'old'), atMs: desk.world.clock.now() };
}

/** Sends a page with the platform's headers. */
export function send({ status, text }: Page, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'x-request-id': randomUUID(),
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="TicketSwitch_Core_User"' } : {}),
      ...headers,
    },
  });
}
