'use client';

import { type FormEvent, useId } from 'react';
import { formatAmount } from '@/lib/checkout/money';
import { SeatPicker } from '../seats/seat-picker';
import { ChosenSeats } from './chosen-seats';
import type { ChooseWords } from './fault-text';
import type { OfferData } from './offer-data';
import { TicketRow } from './ticket-row';
import { useChoice } from './use-choice';

interface OfferFormProps {
  supplier: string;
  event: string;
  date: string | null;
  offer: OfferData;
  /** What is in the basket of it, or what came back with a fault. */
  initial: { readonly quantities: Readonly<Record<string, number>>; readonly seats: readonly string[] };
  /** What the server said of that choice. */
  fault: string | null;
  inBasket: boolean;
  locale: string;
  words: ChooseWords;
  buttonClass: string;
}

/**
 * Numbers and seats of one offer. An ordinary form, rendered on the server and checked there; with JavaScript it counts
 * along and says at once what the server would say.
 */
export function OfferForm({ supplier, event, date, offer, initial, fault, ...rest }: OfferFormProps) {
  const { inBasket, locale, words, buttonClass } = rest;
  const id = useId();
  const choice = useChoice({ offer, initial, fault, locale, words });
  const { quantities, seats, said } = choice;

  function send(submit: FormEvent) {
    if (!choice.check()) submit.preventDefault();
  }

  return (
    <form method="post" action="/basket/add" onSubmit={send} className="space-y-5">
      <input type="hidden" name="supplier" value={supplier} />
      <input type="hidden" name="event" value={event} />
      {date !== null && <input type="hidden" name="date" value={date} />}
      <input type="hidden" name="offer" value={offer.id} />
      <ul className="divide-y divide-line">
        {offer.ticketTypes.map((ticketType) => (
          <TicketRow
            key={ticketType.type}
            id={`${id}-${ticketType.type}`}
            ticketType={ticketType}
            quantity={quantities[ticketType.type] ?? 0}
            priced={offer.price === undefined}
            locale={locale}
            words={words}
            onChange={(quantity) => choice.setQuantity(ticketType.type, quantity)}
            onStep={(up) => choice.step(ticketType.type, up)}
          />
        ))}
      </ul>
      {offer.seats ? (
        <fieldset className="min-w-0 space-y-3">
          <legend className="mb-2 font-display text-lg font-bold">{words.seatsTitle}</legend>
          <SeatPicker
            title={offer.title}
            seats={offer.seats}
            chosen={seats}
            price={onePrice(offer, locale)}
            words={words}
            onToggle={choice.toggle}
          />
          <ChosenSeats offer={offer} chosen={seats} tickets={choice.tickets} locale={locale} words={words} />
        </fieldset>
      ) : (
        !offer.unseated && <p className="text-sm text-muted">{words.best}</p>
      )}
      <div role="alert">
        {said && (
          <p className="rounded-md border border-danger/40 bg-danger-soft p-3 font-semibold text-danger">
            {said}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" className="figures text-lg font-bold noscript:hidden">
          {choice.total}
        </p>
        <button type="submit" className={buttonClass}>
          {inBasket ? words.update : words.add}
        </button>
      </div>
    </form>
  );
}

/** The price of a seat where every type of ticket costs the same; else it depends, and is not read out with each seat. */
function onePrice({ ticketTypes }: OfferData, locale: string): string | null {
  const [first] = ticketTypes;
  const same = first && ticketTypes.every(({ price }) => price.amount === first.price.amount);
  return same ? formatAmount(first.price, locale) : null;
}
