/** A call that Adyen does not carry out. A refused payment is none: it is an answer of 200. */
export class AdyenRefusal extends Error {
  constructor(
    readonly status: number,
    /** Adyen's own number for it, as text. */
    readonly errorCode: string,
    message: string,
    readonly errorType: 'validation' | 'security' | 'internal' | 'configuration' = 'validation',
  ) {
    super(message);
  }

  /** The four fields that the browser library needs to see all of, or it shows a text of its own. */
  get body(): Record<string, unknown> {
    const { status, errorCode, message, errorType } = this;
    return { status, errorCode, message, errorType };
  }
}

export function invalid(errorCode: string, message: string): AdyenRefusal {
  return new AdyenRefusal(422, errorCode, message);
}

/** The key is unknown, or no browser of this site may use it. */
export function unauthorised(message = 'HTTP Status Response - Unauthorized'): AdyenRefusal {
  return new AdyenRefusal(401, '000', message, 'security');
}

export function forbidden(errorCode: string, message: string): AdyenRefusal {
  return new AdyenRefusal(403, errorCode, message, 'security');
}
