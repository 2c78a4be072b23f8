import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One field that a form was refused for. */
export interface FieldError {
  readonly field_name: string;
  readonly field_error_message: string;
}

/** A "no" on its way to the answer: a status and Musement's plain error body. */
export class Refusal extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    /** Text; the published ones are 1401, 1400, 2271, -1 and 0, the others are this sandbox's own. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get body(): Record<string, unknown> {
    return { code: this.code, message: this.message };
  }
}

/** What was sent does not fit: the second shape of errors, which names the fields. */
export class FormRefusal extends Refusal {
  constructor(
    readonly errors: readonly FieldError[],
    message = 'The data you sent is not valid.',
  ) {
    super(400, '1100', message);
  }

  override get body(): Record<string, unknown> {
    return { code: this.code, global_error_message: this.message, errors: this.errors };
  }
}

/** 404: no such thing, or it is somebody else's and nobody need know. */
export function notFound(what: string): Refusal {
  return new Refusal(404, '1400', `${what} not found`);
}

/** 401 of the bearer. {@link foreignOrder} is the other one. */
export function unauthenticated(): Refusal {
  return new Refusal(401, '1401', 'Full authentication is required to access this resource.');
}

/** 401 of the order: the bearer is good, and the order is another partner's. */
export function foreignOrder(): Refusal {
  return new Refusal(401, '1403', 'The order does not belong to the partner.');
}

/** 403: this partner has no such permission, or it is too late for this. */
export function forbidden(message: string): Refusal {
  return new Refusal(403, '1405', message);
}

/** 422: it cannot be paid like this. */
export function unpayable(message: string): Refusal {
  return new Refusal(422, '1422', message);
}

/** 423: what has been paid does not change any more. */
export function locked(message: string): Refusal {
  return new Refusal(423, '1423', message);
}
