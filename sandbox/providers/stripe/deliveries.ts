import { createHmac } from 'node:crypto';
import type { World } from '../../core/provider';
import { merchantOf } from './merchants';
import type { State } from './state';
import type { StripeEvent } from './types';

interface Target {
  url: string;
  secret: string;
  events: readonly string[];
}

/** How long after the fact a webhook leaves, and how long until each further try; Stripe's own waits are hours. */
const DELAY_MS = 300;
const RETRY_MS = [1_000, 3_000, 10_000];
const TIMEOUT_MS = 10_000;

/** `Stripe-Signature` over a payload. Real time, not the sandbox's: receivers check its age by their own clock. */
export function sign(payload: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  const v1 = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${v1}`;
}

/** Sends events to the endpoints that want them, over HTTP, with retries; can hold them back for late arrivals. */
export class Deliveries {
  private held = new Set<string>();
  private waiting: StripeEvent[] = [];

  constructor(
    private readonly world: World,
    private readonly state: State,
  ) {}

  /** Takes an event; it leaves shortly after, unless it is held back. */
  enqueue(event: StripeEvent): void {
    if ([...this.held].some((subject) => this.concerns(event, subject))) this.waiting.push(event);
    else this.dispatch(event, DELAY_MS);
  }

  /** Holds back what concerns an intent or charge, its group (basket, order), a merchant, or `all`. */
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

  /** Sends the newest event about a subject (or of a type about it) once more, same id. */
  repeat(subject: string, type?: string): StripeEvent | undefined {
    const event = this.state.events
      .all()
      .filter((row) => this.concerns(row, subject) && (type === undefined || row.type === type))
      .at(-1);
    if (event) this.dispatch(event, 0);
    return event;
  }

  reset(): void {
    this.held.clear();
    this.waiting = [];
  }

  private concerns(event: StripeEvent, subject: string): boolean {
    if (subject === 'all' || subject === event.id || subject === event.subject) return true;
    const { intents, charges } = this.state;
    const { metadata = {} } = intents.find(event.subject) ?? charges.find(event.subject) ?? {};
    return (
      [metadata.basket_id, metadata.order_id, metadata.group].includes(subject) ||
      merchantOf(event.account)?.id === subject
    );
  }

  private dispatch(event: StripeEvent, delayMs: number): void {
    this.world.later(delayMs, async () => {
      const wanting = this.endpoints(event).filter(
        ({ events }) => events.includes('*') || events.includes(event.type),
      );
      await Promise.all(wanting.map((endpoint) => this.attempt(event, endpoint, 0)));
    });
  }

  /** Those that the merchant was born with and those it created, on its own account or the event's. */
  private endpoints(event: StripeEvent): Target[] {
    const merchant = merchantOf(event.account);
    const created = this.state.endpoints
      .all()
      .filter(({ account }) => account === event.account || account === merchant?.account);
    return [...(merchant?.endpoints(this.world) ?? []), ...created];
  }

  private async attempt(event: StripeEvent, endpoint: Target, tries: number): Promise<void> {
    if (await post(event, endpoint)) return;
    const wait = RETRY_MS[tries];
    if (wait !== undefined) this.world.later(wait, () => this.attempt(event, endpoint, tries + 1));
  }
}

async function post(event: StripeEvent, endpoint: Target): Promise<boolean> {
  const payload = JSON.stringify(event.body, null, 2);
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': sign(payload, endpoint.secret),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body: payload,
      // Stripe does not follow redirects: an endpoint that moved has failed.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
