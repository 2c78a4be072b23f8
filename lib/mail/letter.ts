/**
 * What a mail says, before it is text or HTML: both are made of the same letter, so they cannot say different things.
 * Every string is plain text, whoever wrote it.
 */
export interface Letter {
  readonly locale: string;
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The one thing to press. The address is ours, never a supplier's. */
  readonly action: { readonly label: string; readonly url: string };
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly cards: readonly Card[];
}

/** One thing with its facts. */
export interface Card {
  readonly title?: string;
  readonly rows: readonly Row[];
}

export type Row = readonly [label: string, value: string];
