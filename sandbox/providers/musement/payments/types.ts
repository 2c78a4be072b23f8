/** Where a customer is sent so that their bank can ask: by GET, or with the fields of a form. */
export interface Question {
  readonly url: string;
  /** Null: a plain link. */
  readonly fields: Readonly<Record<string, string>> | null;
}

/** What came of asking a gateway for money. */
export type Outcome =
  | { readonly kind: 'paid'; readonly reference: string }
  | { readonly kind: 'refused'; readonly message: string }
  /** The gateway itself is in trouble: another may be asked. */
  | { readonly kind: 'broken'; readonly message: string };

/** How often a gateway that is still thinking is asked again. */
const ASK_MS = 150;
/** Longer than any of the sandbox's gateways thinks. */
const PATIENCE_MS = 9_000;

/** Asks until the gateway knows; in life the call takes as long as the bank does. Undefined when it never says. */
export async function known<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((wake) => setTimeout(wake, ASK_MS));
  }
  return undefined;
}
