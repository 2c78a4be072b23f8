function ownOrigin(): string {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || script.src === '') {
    throw new Error('The Stripe sandbox script must be loaded with a <script src> element');
  }
  return new URL(script.src).origin;
}

/** Where this script came from: the sandbox, whose frames and API it uses. Read while the script first runs. */
export const origin = ownOrigin();

/** Where its API is: under Stripe's own name the script has another one than the API, as in life. */
export const api = origin === 'https://js.stripe.com' ? 'https://api.stripe.com' : origin;
