/** One thing that was wrong with a call. */
export interface ProblemRow {
  readonly attribute?: string;
  readonly key: string;
  readonly message: string;
}

/** A "no" to a call, as Spreedly lists it. */
export class SpreedlyProblem extends Error {
  constructor(
    readonly status: 401 | 403 | 404 | 422,
    readonly rows: readonly ProblemRow[],
  ) {
    super(rows.map(({ message }) => message).join(' '));
  }

  get body(): Record<string, unknown> {
    return { errors: this.rows };
  }
}

export const problem = (status: 401 | 403 | 404 | 422, key: string, message: string, attribute?: string) =>
  new SpreedlyProblem(status, [{ ...(attribute && { attribute }), key: `errors.${key}`, message }]);
