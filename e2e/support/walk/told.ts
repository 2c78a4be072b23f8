import type { Scenario } from './scenarios';

/** What a tester reads out of a scenario's sentence: a name to type, a button to press, the word for the bank. */
export interface Told {
  readonly holder: string | undefined;
  /** The first button that is named. */
  readonly button: string | undefined;
  /** The bank will ask. */
  readonly asked: boolean;
}

/** Reads a scenario's sentence as a tester does. */
export function told({ how }: Scenario): Told {
  return {
    holder: /with ([A-Z][A-Z_]+) as the name/.exec(how)?.[1],
    button: /(?:[Pp]ress|choose|Choose) “([^”]+)”/.exec(how)?.[1],
    asked: /the word password|press Complete|answer the bank/.test(how),
  };
}
