import type { z } from 'zod';
import type { ProblemCode } from '../problems/table';

/**
 * Who may make a call.
 * `anyone`: no question asked · `session`: a browser (a new one gets its cookie) or a partner · `checkout`: who was
 * granted the checkout that `{id}` names · `operator`: with the operators' key or login · `outside`: a payment
 * provider's return, which has an unguessable token instead of a cookie and is exempt from the origin check.
 */
export type Access = 'anyone' | 'session' | 'checkout' | 'operator' | 'outside';

export type Schema = z.ZodType | undefined;

export interface OperationAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Content type where it is not JSON. */
  readonly type?: string;
  readonly headers?: readonly ('ETag' | 'Location' | 'Retry-After' | 'Retry-After-Ms' | 'Set-Cookie')[];
}

/** One call of the API: the handler obeys it, and the OpenAPI document is made from it. */
export interface Operation<
  B extends Schema = Schema,
  Q extends Schema = Schema,
  P extends Schema = Schema,
  A extends Access = Access,
> {
  /** Name in logs, metrics and the OpenAPI document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{parameter}`s, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly access: A;
  readonly body?: B;
  readonly query?: Q;
  readonly params?: P;
  /** Takes an `Idempotency-Key`. */
  readonly keyed?: boolean;
  readonly answers: Readonly<Record<number, OperationAnswer>>;
  /** What can go wrong beyond what every call of its kind shares. */
  readonly problems?: readonly ProblemCode[];
}

/** What the parsed part of a request looks like. */
export type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;
