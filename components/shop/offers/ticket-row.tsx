'use client';

import { formatAmount } from '@/lib/checkout/money';
import type { ChooseWords } from './fault-text';
import { fill } from './fill';
import type { OfferData } from './offer-data';

interface TicketRowProps {
  id: string;
  ticketType: OfferData['ticketTypes'][number];
  quantity: number;
  /** False where all of them together have one price. */
  priced: boolean;
  locale: string;
  words: ChooseWords;
  onChange: (quantity: number) => void;
  onStep: (up: boolean) => void;
}

const STEP =
  'grid size-11 shrink-0 place-items-center rounded-full border border-edge bg-raised text-xl leading-none font-semibold hover:border-ink hover:bg-sunken disabled:opacity-40 noscript:hidden';

/** One type of ticket: its price with the fee in it, and how many. */
export function TicketRow({ id, ticketType, quantity, priced, locale, words, ...on }: TicketRowProps) {
  const { onChange, onStep } = on;
  const { type, label, price, fee, before, min, max, notice } = ticketType;
  const sold = max < Math.max(1, min);
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="min-w-0 space-y-0.5">
        <label htmlFor={id} className="supplied block font-semibold">
          <bdi>{label}</bdi>
        </label>
        <p hidden={!priced} className="flex flex-wrap items-baseline gap-x-2">
          <bdi dir="ltr" className="figures font-semibold whitespace-nowrap">
            {price.amount === 0 ? words.noPrice : formatAmount(price, locale)}
          </bdi>
          {before && before.amount > price.amount && (
            <s className="figures text-muted">{fill(words.was, { price: formatAmount(before, locale) })}</s>
          )}
          {fee && fee.amount > 0 && (
            <span className="text-sm text-muted">{fill(words.fee, { fee: formatAmount(fee, locale) })}</span>
          )}
        </p>
        {notice && (
          <p id={`${id}-note`} className="supplied text-sm text-muted">
            {notice}
          </p>
        )}
      </div>
      {sold ? (
        <p className="shrink-0 text-muted">{words.unavailable}</p>
      ) : (
        <div className="flex shrink-0 items-center gap-1.5">
          <button
            type="button"
            className={STEP}
            aria-label={fill(words.fewer, { label })}
            disabled={quantity === 0}
            onClick={() => onStep(false)}
          >
            −
          </button>
          <input
            id={id}
            name={`quantity.${type}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={max}
            value={quantity}
            onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
            aria-describedby={notice ? `${id}-note` : undefined}
            className="figures min-h-11 w-14 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none rounded-md border border-edge bg-raised text-center text-base font-semibold"
          />
          <button
            type="button"
            className={STEP}
            aria-label={fill(words.moreOf, { label })}
            disabled={quantity >= max}
            onClick={() => onStep(true)}
          >
            +
          </button>
        </div>
      )}
    </li>
  );
}
