/** The shop's code has called the script wrongly. Thrown, never returned: no customer can do anything about it. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}
