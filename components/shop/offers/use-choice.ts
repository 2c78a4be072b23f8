'use client';

import { useState } from 'react';
import { formatAmount } from '@/lib/checkout/money';
import { type ChoiceFault, choiceFault, placeFault, ticketsIn } from '@/lib/checkout/selection';
import { priceOf, quantitiesOf, stepped } from './choice';
import { type ChooseWords, faultText } from './fault-text';
import { fill, plural } from './fill';
import type { OfferData } from './offer-data';

interface Ask {
  readonly offer: OfferData;
  readonly initial: {
    readonly quantities: Readonly<Record<string, number>>;
    readonly seats: readonly string[];
  };
  readonly fault: string | null;
  readonly locale: string;
  readonly words: ChooseWords;
}

/** The choice of one offer while it is being made, and what is to be said about it. */
export function useChoice({ offer, initial, fault, locale, words }: Ask) {
  const [quantities, setQuantities] = useState(() =>
    quantitiesOf(offer.ticketTypes, (type) => initial.quantities[type]),
  );
  // Seats that went meanwhile are not chosen any more; the number of tickets stays, and says how many are missing.
  const [seats, setSeats] = useState(() =>
    initial.seats.filter((id) => offer.seats?.some((seat) => seat.id === id && seat.available)),
  );
  const [said, setSaid] = useState(fault);
  const tickets = ticketsIn({ quantities });
  const say = (found: ChoiceFault | null) => setSaid(found && faultText(found, offer, words, locale));

  function setQuantity(type: string, quantity: number) {
    setQuantities((was) => ({ ...was, [type]: Math.max(0, Math.trunc(quantity) || 0) }));
    setSaid(null);
  }

  function toggle(id: string, take: boolean) {
    if (!take) {
      setSeats(seats.filter((one) => one !== id));
      return setSaid(null);
    }
    if (tickets === 0) return setSaid(words.first);
    if (seats.length >= tickets) return setSaid(fill(words.enough, { seats: seats.length, tickets }));
    const next = [...seats, id];
    setSeats(next);
    // Before the last seat is chosen a gap may still be filled.
    say(next.length === tickets ? placeFault(offer, new Set(next)) : null);
  }

  /** Whether the choice may be sent; says why not. */
  function check(): boolean {
    const found = choiceFault(offer, { quantities, seats });
    say(found);
    return found === null;
  }

  const first = offer.ticketTypes[0]?.price;
  const sum = first && { ...first, amount: priceOf(offer.ticketTypes, quantities) };
  const due = offer.price ?? sum;
  const price = due && formatAmount(due, locale);
  const total =
    tickets === 0 || !price
      ? words.nothing
      : fill(plural(words, 'total', tickets, locale), { count: tickets, price });
  const step = (type: string, up: boolean) =>
    setQuantity(type, stepped(offer, type, quantities[type] ?? 0, up));
  return { quantities, seats, said, tickets, total, setQuantity, step, toggle, check };
}
