import type { TestSandbox } from '../support/sandbox';

/** Where a press led: a page, or the shop with what came along. */
export interface Landed {
  readonly status: number;
  readonly html: string;
  /** The shop's address with its parameters; null while still at Viva. */
  readonly shop: URL | null;
  /** The address of the page. */
  readonly url: string;
}

/** A customer at Smart Checkout with a browser that runs no scripts. */
export class VivaCustomer {
  constructor(private readonly sandbox: TestSandbox) {}

  open(code: string, more: Record<string, string> = {}, path = '/web2'): Promise<Landed> {
    return this.go(`${this.origin}${path}?${new URLSearchParams({ ref: code, ...more })}`);
  }

  /** Types a card and pays. */
  card(code: string, number: string, more: Record<string, string> = {}): Promise<Landed> {
    return this.post('/web2/pay', {
      ref: code,
      number,
      expiry: '12/34',
      cvv: number.startsWith('37') ? '1234' : '123',
      name: 'Ada Byron',
      ...more,
    });
  }

  /** Presses one of the page's shortcuts. */
  press(code: string, quick: 'yes' | 'no' | 'bank' | 'stay'): Promise<Landed> {
    return this.post('/web2/pay', { ref: code, quick });
  }

  /** Answers the bank's question on the page where somebody landed. */
  atBank({ url }: Landed, word: string | null): Promise<Landed> {
    const fields: Record<string, string> =
      word === null ? { outcome: 'cancel' } : { outcome: 'answer', password: word };
    return this.post(new URL(url).pathname, fields);
  }

  private get origin(): string {
    return this.sandbox.origin('viva');
  }

  private post(path: string, fields: Record<string, string>): Promise<Landed> {
    return this.go(`${this.origin}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async go(url: string, init: RequestInit = {}): Promise<Landed> {
    const answer = await fetch(url, { ...init, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (!location) return { status: answer.status, html: await answer.text(), shop: null, url };
    const next = new URL(location, url);
    if (next.origin !== this.origin) return { status: answer.status, html: '', shop: next, url: next.href };
    return this.go(next.href);
  }
}
