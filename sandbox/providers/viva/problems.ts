/** A "no" to a call of a merchant's, as Viva words it. */
export class VivaProblem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409,
    message: string,
    readonly eventId = 0,
  ) {
    super(message);
  }

  get body(): Record<string, unknown> {
    return { status: this.status, message: this.message, eventId: this.eventId };
  }
}

export const unauthorised = () => new VivaProblem(401, 'Unauthorized');
