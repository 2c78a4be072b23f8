/** What the platform answers in place of a result: status, its error code, words, and for e-mail addresses a key. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 410 | 460 | 502,
    readonly code: number,
    desc: string,
    readonly key?: string,
  ) {
    super(desc);
  }
}

/** 400 with error 8: a parameter is missing or makes no sense. */
export function bad(desc: string): Refusal {
  return new Refusal(400, 8, desc);
}

/** 460: well-formed, and refused for what it says. */
export function rejected(desc: string): Refusal {
  return new Refusal(460, 8, desc);
}

/** 410 with error 8: the callout, reservation or page is over. */
export function gone(desc = 'transaction failed'): Refusal {
  return new Refusal(410, 8, desc);
}

/** An error's body. */
export function refusalWire({ code, message, key }: Refusal): Record<string, unknown> {
  return { error_code: code, error_desc: message, ...(key === undefined ? {} : { error_key: key }) };
}
