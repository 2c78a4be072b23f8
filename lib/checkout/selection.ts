/**
 * Whether a choice of tickets and seats is one that an offer allows. Pure, and the same for the browser, which says it
 * at once, and the server, which decides.
 */

/** What of an offer the rules look at. */
export interface Choosable {
  readonly ticketTypes: readonly ChoosableType[];
  readonly quantities?: readonly number[];
  readonly seats?: readonly ChoosableSeat[];
  readonly adjacent?: boolean;
  readonly noSingles?: boolean;
}

export interface ChoosableType {
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly needed?: boolean;
  readonly company?: readonly string[];
}

export interface ChoosableSeat {
  readonly id: string;
  readonly row: string;
  readonly block: string;
  readonly available: boolean;
}

/** Numbers by ticket type, and ids of seats. */
export interface Choice {
  readonly quantities: Readonly<Record<string, number>>;
  readonly seats: readonly string[];
}

export type ChoiceFault =
  | { readonly rule: 'none' }
  /** Fewer or more of one type than are sold. */
  | { readonly rule: 'min' | 'max'; readonly type: string; readonly limit: number }
  /** Nothing is sold without one of this type, or none of it without one of its company. */
  | { readonly rule: 'needed'; readonly type: string }
  | { readonly rule: 'company'; readonly type: string; readonly company: readonly string[] }
  /** Together they are a number that cannot be bought. */
  | { readonly rule: 'total'; readonly allowed: readonly number[] }
  /** More or fewer seats than tickets. */
  | { readonly rule: 'seats_few' | 'seats_many'; readonly tickets: number; readonly seats: number }
  | { readonly rule: 'seat_gone'; readonly seat: string }
  | { readonly rule: 'adjacent' }
  /** This seat would be left by itself. */
  | { readonly rule: 'single'; readonly seat: string };

/** How many tickets of all types together. */
export function ticketsIn({ quantities }: Pick<Choice, 'quantities'>): number {
  return Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0);
}

/** The first thing that is wrong with a choice, in the order in which a customer makes it; null when nothing is. */
export function choiceFault(offer: Choosable, choice: Choice): ChoiceFault | null {
  return quantityFault(offer, choice) ?? seatFault(offer, choice);
}

/** What is wrong with the numbers alone. */
export function quantityFault(
  offer: Choosable,
  { quantities }: Pick<Choice, 'quantities'>,
): ChoiceFault | null {
  const total = ticketsIn({ quantities });
  for (const [type, quantity] of Object.entries(quantities)) {
    const known = offer.ticketTypes.find((one) => one.type === type);
    if (quantity > (known?.max ?? 0)) return { rule: 'max', type, limit: known?.max ?? 0 };
    if (known && quantity > 0 && quantity < known.min) return { rule: 'min', type, limit: known.min };
  }
  if (total === 0) return { rule: 'none' };
  const allowed = offer.quantities;
  if (allowed && !allowed.includes(total)) return { rule: 'total', allowed };
  return companyFault(offer, quantities);
}

/** Who may not come alone: a type that everybody needs, and types that need another beside them. */
function companyFault({ ticketTypes }: Choosable, quantities: Choice['quantities']): ChoiceFault | null {
  const has = (type: string) => (quantities[type] ?? 0) > 0;
  const needed = ticketTypes.find((one) => one.needed && !has(one.type));
  if (needed) return { rule: 'needed', type: needed.type };
  for (const { type, company = [] } of ticketTypes) {
    if (company.length > 0 && has(type) && !company.some(has)) return { rule: 'company', type, company };
  }
  return null;
}

/** What is wrong with the seats, given the numbers. Nothing where the supplier chooses them. */
function seatFault(offer: Choosable, choice: Choice): ChoiceFault | null {
  const { seats } = offer;
  if (!seats) return choice.seats[0] === undefined ? null : { rule: 'seat_gone', seat: choice.seats[0] };
  const chosen = new Set(choice.seats);
  const gone = [...chosen].find((id) => !seats.some((seat) => seat.id === id && seat.available));
  if (gone !== undefined) return { rule: 'seat_gone', seat: gone };
  const tickets = ticketsIn(choice);
  if (chosen.size !== tickets) {
    return { rule: chosen.size < tickets ? 'seats_few' : 'seats_many', tickets, seats: chosen.size };
  }
  return placeFault(offer, chosen);
}

/** What is wrong with where they are: not together, or leaving one behind. */
export function placeFault(offer: Choosable, chosen: ReadonlySet<string>): ChoiceFault | null {
  const runs = freeRuns(offer.seats ?? []);
  if (offer.adjacent && chosen.size > 1 && !runs.some((run) => together(run, chosen)))
    return { rule: 'adjacent' };
  const single = offer.noSingles ? runs.map((run) => leftAlone(run, chosen)).find(Boolean) : undefined;
  return single === undefined ? null : { rule: 'single', seat: single };
}

/** Free seats side by side, block by block. A seat that is taken parts its neighbours. */
function freeRuns(seats: readonly ChoosableSeat[]): string[][] {
  const runs: string[][] = [];
  let last: ChoosableSeat | null = null;
  for (const seat of seats) {
    const goesOn = last?.available && last.row === seat.row && last.block === seat.block;
    if (seat.available) {
      if (goesOn) runs.at(-1)?.push(seat.id);
      else runs.push([seat.id]);
    }
    last = seat;
  }
  return runs;
}

function together(run: readonly string[], chosen: ReadonlySet<string>): boolean {
  const places = run.flatMap((id, place) => (chosen.has(id) ? [place] : []));
  const [first = 0] = places;
  return places.length === chosen.size && (places.at(-1) ?? 0) - first === places.length - 1;
}

/** A seat that had a free neighbour before and has none now. Who was alone already is nobody's fault. */
function leftAlone(run: readonly string[], chosen: ReadonlySet<string>): string | undefined {
  if (run.length < 2) return undefined;
  return run.find((id, place) => {
    const free = (at: number) => at >= 0 && at < run.length && !chosen.has(run[at] ?? '');
    return !chosen.has(id) && !free(place - 1) && !free(place + 1);
  });
}
