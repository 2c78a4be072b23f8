import type { World } from './provider';

/** How long after the fact a notice leaves, and how long until each further try; in life the waits are hours. */
const DELAY_MS = 300;
const RETRY_MS = [1_000, 3_000, 10_000];
const TIMEOUT_MS = 10_000;

/** What a provider tells merchants: who wants it, how it is sent, and which names it can be held back by. */
export interface Mail<E, T> {
  targets(event: E): readonly T[];
  /** Whether it was taken. It may throw, which counts as not taken. */
  post(event: E, target: T): Promise<boolean>;
  /** Whether the event is about a subject: an id, a basket or order, a merchant. */
  concerns(event: E, subject: string): boolean;
}

/** Sends notices over HTTP, with retries; can hold them back for late arrivals, and send one twice. */
export class Outbox<E, T> {
  private held = new Set<string>();
  private waiting: E[] = [];
  private all: E[] = [];

  constructor(
    private readonly world: World,
    private readonly mail: Mail<E, T>,
  ) {}

  /** Takes an event; it leaves shortly after, unless it is held back. */
  enqueue(event: E): void {
    this.all.push(event);
    if ([...this.held].some((subject) => this.concerns(event, subject))) this.waiting.push(event);
    else this.dispatch(event, DELAY_MS);
  }

  /** Holds back what concerns a subject, or `all`. */
  hold(subject: string): void {
    this.held.add(subject);
  }

  /** Ends a hold and sends what had gathered, in order, or newest first. Answers how many. */
  release(subject: string, newestFirst: boolean): number {
    if (subject === 'all') this.held.clear();
    else this.held.delete(subject);
    const due = this.waiting.filter((event) => this.concerns(event, subject));
    this.waiting = this.waiting.filter((event) => !due.includes(event));
    if (newestFirst) due.reverse();
    // A step apart, so that the order of arrival is the order of sending.
    due.forEach((event, index) => {
      this.dispatch(event, index * 50);
    });
    return due.length;
  }

  /** Sends the newest event about a subject that `fits` once more, the same in every letter. */
  repeat(subject: string, fits: (event: E) => boolean = () => true): E | undefined {
    const event = this.all.filter((one) => this.concerns(one, subject) && fits(one)).at(-1);
    if (event) this.dispatch(event, 0);
    return event;
  }

  reset(): void {
    this.held.clear();
    this.waiting = [];
    this.all = [];
  }

  private concerns(event: E, subject: string): boolean {
    return subject === 'all' || this.mail.concerns(event, subject);
  }

  private dispatch(event: E, delayMs: number): void {
    this.world.later(delayMs, async () => {
      await Promise.all(this.mail.targets(event).map((target) => this.attempt(event, target, 0)));
    });
  }

  private async attempt(event: E, target: T, tries: number): Promise<void> {
    if (await this.mail.post(event, target).catch(() => false)) return;
    const wait = RETRY_MS[tries];
    if (wait !== undefined) this.world.later(wait, () => this.attempt(event, target, tries + 1));
  }
}

/** Posts a notice the way providers do, and answers the receiver's status and text. Redirects are not followed. */
export async function postNotice(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ ok: boolean; text: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { ok: response.ok, text: await response.text() };
}
