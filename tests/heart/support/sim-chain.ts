import type { SimHold, SimWorld } from './sim-world';

/** A payment that goes from page to page: only the newest token acts, and only once. */
interface Chain {
  readonly hold: string;
  readonly hops: number;
  hop: number;
  token: string;
  open: boolean;
}

/** What came back from a payment page; `timeout` is the shop's own word that the customer left. */
export type Outcome = 'yes' | 'no' | 'timeout';
export type Callback = 'callout' | 'gone' | 'over';

/** The supplier's half of callout chains and of single-use card tokens, with the money that it takes itself. */
export class SimChains {
  private readonly chains = new Map<string, Chain>();
  private readonly spent = new Set<string>();
  /** Tokens that a browser was sent away with, oldest first. */
  readonly handedOut: string[] = [];
  hops = 1;
  bank = 'https://bank.example/';

  constructor(private readonly world: SimWorld) {}

  /** Begins a chain; refused when the hold is gone or a payment is under way. */
  purchase(hold: SimHold, id: string, token: string): boolean {
    if (hold.status !== 'held') return false;
    hold.status = 'attempting';
    this.chains.set(id, { hold: id, hops: this.hops, hop: 1, token, open: true });
    this.handedOut.push(token);
    return true;
  }

  /** The token that an open chain waits for. */
  waitsFor(id: string): string | null {
    const chain = this.chains.get(id);
    return chain?.open ? chain.token : null;
  }

  callback(id: string, token: string, next: string, outcome: Outcome): Callback {
    const chain = this.chains.get(id);
    const hold = this.world.holds.get(id);
    if (!chain?.open || !hold || chain.token !== token) return 'gone';
    if (outcome === 'yes' && chain.hop < chain.hops) {
      chain.hop += 1;
      chain.token = next;
      this.handedOut.push(next);
      return 'callout';
    }
    chain.open = false;
    if (outcome === 'yes') this.take(hold, id, token);
    else hold.status = 'failed';
    return 'over';
  }

  /** Charges a card token: it may be sent once in its life. */
  charge(hold: SimHold, id: string, token: string): 'ok' | 'declined' | 'bad_data' | 'gone' {
    if (this.spent.has(token)) this.world.violations.push(`token ${token} was sent twice`);
    this.spent.add(token);
    if (hold.status !== 'held') return 'gone';
    if (token.startsWith('bad')) return 'bad_data';
    if (token.startsWith('no')) {
      hold.status = 'failed';
      return 'declined';
    }
    this.take(hold, id, token);
    return 'ok';
  }

  /** Takes the money and books; what cannot be booked is given back at once. */
  private take(hold: SimHold, id: string, token: string): void {
    const booked = !this.world.refuseBooking;
    hold.status = booked ? 'booked' : 'failed';
    this.world.payments.set(`p-${token}`, {
      id: `p-${token}`,
      hold: id,
      amount: hold.price,
      status: 'captured',
      refunded: booked ? 0 : hold.price,
      collector: false,
      handed: true,
    });
  }
}
