import { Hono } from 'hono';
import { z } from 'zod';
import { send } from '../answers';
import { needOption, needProduct } from '../booking/choose';
import { currenciesOf } from '../booking/price';
import type { OptionSpec, ProductSpec, UnitSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import { body } from '../request';
import type { OctoVariables } from '../session';
import { dates, findSlot, slotsOn } from '../slots';
import { dayWire, slotWire, type Wish } from '../wire/availability';

/** Days that one call may ask for. */
const MOST_DAYS = 400;

const wish = {
  productId: z.string().min(1),
  optionId: z.string().min(1),
  units: z.array(z.looseObject({ id: z.string(), quantity: z.int().min(0).max(1000) })).nullish(),
  currency: z.string().nullish(),
};

const calendarInput = z.looseObject({ ...wish, localDateStart: z.iso.date(), localDateEnd: z.iso.date() });

const slotInput = z.looseObject({
  ...wish,
  localDate: z.iso.date().nullish(),
  localDateStart: z.iso.date().nullish(),
  localDateEnd: z.iso.date().nullish(),
  availabilityIds: z.array(z.string()).min(1).max(MOST_DAYS).nullish(),
});

/** When there is room: a line a day, or every slot. */
export function availabilityRoutes(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>();

  app.post('/octo/availability/calendar', async (c) => {
    const input = await body(c, calendarInput);
    const { product, option, wished } = read(input);
    const days = range(input.localDateStart, input.localDateEnd);
    return send(
      c,
      days.map((date) => dayWire(desk, c.get('session'), product, option, date, wished)),
    );
  });

  app.post('/octo/availability', async (c) => {
    const input = await body(c, slotInput);
    const { product, option, wished } = read(input);
    const { localDate, localDateStart, localDateEnd, availabilityIds } = input;
    const ranged = Boolean(localDateStart ?? localDateEnd);
    if ([Boolean(localDate), ranged, Boolean(availabilityIds)].filter(Boolean).length !== 1)
      throw new Refusal(
        'BAD_REQUEST',
        'Send either localDate, localDateStart and localDateEnd, or availabilityIds.',
      );
    const slots = availabilityIds
      ? availabilityIds.flatMap((id) => findSlot(product, option, id) ?? [])
      : range(localDate ?? localDateStart, localDate ?? localDateEnd).flatMap((date) =>
          slotsOn(product, option, date),
        );
    return send(
      c,
      slots.map((slot) => slotWire(desk, c.get('session'), slot, wished)),
    );
  });
  return app;
}

function read(input: z.infer<typeof calendarInput> | z.infer<typeof slotInput>): {
  product: ProductSpec;
  option: OptionSpec;
  wished: Wish;
} {
  const product = needProduct(input.productId);
  const option = needOption(product, input.optionId);
  const currency = input.currency ?? product.currency;
  if (!currenciesOf(product).includes(currency))
    throw new Refusal('BAD_REQUEST', `currency: ${currency} is not one that this product is sold in.`);
  return { product, option, wished: { currency, units: units(option, input.units ?? []) } };
}

function units(option: OptionSpec, asked: readonly { id: string; quantity: number }[]): UnitSpec[] {
  return asked.flatMap(({ id, quantity }) => {
    const unit = option.units.find((one) => one.id === id);
    if (!unit) throw new Refusal('INVALID_UNIT_ID', undefined, { unitId: id });
    return Array.from({ length: quantity }, () => unit);
  });
}

function range(start: string | null | undefined, end: string | null | undefined): string[] {
  if (!start || !end) throw new Refusal('BAD_REQUEST', 'localDateStart and localDateEnd belong together.');
  if (end < start) throw new Refusal('BAD_REQUEST', 'localDateEnd is before localDateStart.');
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  if (days > MOST_DAYS)
    throw new Refusal('BAD_REQUEST', `At most ${MOST_DAYS} days can be asked for at once.`);
  return dates(start, end);
}
