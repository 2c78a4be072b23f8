import { random } from '../../core/random';
import type { Partner } from './clients';

/** How long a token lasts unless an action says otherwise, as the documentation has it. */
export const TOKEN_SECONDS = 3600;

/** Access tokens that were handed out. */
export class Tokens {
  private live = new Map<string, { partner: Partner; untilMs: number }>();
  /** Of tokens from now on. */
  seconds = TOKEN_SECONDS;

  /** A new token; the earlier ones of the partner stay good. */
  issue(partner: Partner, nowMs: number): { token: string; seconds: number } {
    const token = random(86);
    this.live.set(token, { partner, untilMs: nowMs + this.seconds * 1000 });
    return { token, seconds: this.seconds };
  }

  /** Whose token it is; undefined when it is none, or over. */
  partner(token: string, nowMs: number): Partner | undefined {
    const found = this.live.get(token);
    return found && found.untilMs > nowMs ? found.partner : undefined;
  }

  /** Ends a partner's tokens now, or everybody's. */
  expire(partner: string): void {
    for (const [token, { partner: of }] of this.live)
      if (partner === 'all' || of.id === partner) this.live.delete(token);
  }

  reset(): void {
    this.live.clear();
    this.seconds = TOKEN_SECONDS;
  }
}
