import { Hono } from 'hono';
import { z } from 'zod';
import { addDays, dateAt } from '../../../core/local-time';
import { ACTIVITIES, findActivity } from '../catalogue';
import type { ActivitySpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { policiesOf } from '../order/cancel';
import { HORIZON_DAYS, slotsOn } from '../products';
import { FormRefusal, notFound } from '../refusals';
import { query } from '../request';
import type { MusementVariables } from '../session';
import { activityWire, codeOf } from '../wire/activity';
import { dateWire, dayWire } from '../wire/date';

const date = z.iso.date();
const list = z
  .string()
  .transform((text) => text.split(','))
  .optional();

const searchInput = z.object({
  text: z.string().optional(),
  city_in: list,
  country_in: list,
  category_in: list,
  limit: z.coerce.number().int().min(1).max(100).default(10),
  offset: z.coerce.number().int().min(0).default(0),
  sort_by: z.enum(['relevance', 'price', '-price']).catch('relevance'),
});

const datesInput = z.object({ date_from: date.optional(), date_to: date.optional() });

/** What is on sale: activities, the days they have tickets for, and what can be bought on one. */
export function activityRoutes(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();
  const now = () => desk.world.clock.now();

  app.get('/activities', (c) => {
    const input = query(c, searchInput);
    const found = ACTIVITIES.filter((one) => fits(one, input));
    const wires = found.map((one) => activityWire(desk, one, c.get('currency')));
    if (input.sort_by !== 'relevance') {
      const sign = input.sort_by === 'price' ? 1 : -1;
      wires.sort((a, b) => sign * (cheapestOf(a) - cheapestOf(b)));
    }
    const page = wires.slice(input.offset, input.offset + input.limit);
    return c.json({ meta: { count: found.length, match_type: 'exact' }, data: page });
  });

  app.get('/activities/:uuid', (c) =>
    c.json(activityWire(desk, need(c.req.param('uuid')), c.get('currency'))),
  );

  app.get('/activities/:uuid/refund-policies', (c) =>
    c.json(policiesOf(need(c.req.param('uuid')).freeCancellationDays)),
  );

  app.get('/activities/:uuid/dates', (c) => {
    const activity = need(c.req.param('uuid'));
    const today = dateAt(now(), activity.city.timeZone);
    const { date_from = today, date_to = addDays(today, 30) } = query(c, datesInput);
    if (date_to < date_from)
      throw new FormRefusal([
        { field_name: 'date_to', field_error_message: 'date_to lies before date_from.' },
      ]);
    const days: unknown[] = [];
    const last = addDays(today, HORIZON_DAYS);
    for (
      let day = date_from < today ? today : date_from;
      day <= date_to && day <= last;
      day = addDays(day, 1)
    ) {
      const wire = dayWire(desk, activity, day, c.get('currency'));
      if (wire) days.push(wire);
    }
    return c.json(days);
  });

  app.get('/activities/:uuid/dates/:day', (c) => {
    const activity = need(c.req.param('uuid'));
    const day = date.safeParse(c.req.param('day'));
    if (!day.success)
      throw new FormRefusal([{ field_name: 'day', field_error_message: 'This value is not a valid date.' }]);
    if (slotsOn(activity, day.data, now()).length === 0) throw notFound('Date');
    return c.json(dateWire(desk, activity, day.data, c.get('currency')));
  });
  return app;
}

function need(uuid: string): ActivitySpec {
  const activity = uuid.length > 4 ? findActivity(uuid) : undefined;
  if (!activity) throw notFound('Activity');
  return activity;
}

function cheapestOf(wire: Record<string, unknown>): number {
  return z.looseObject({ value: z.number() }).parse(wire.retail_price).value;
}

function fits(activity: ActivitySpec, input: z.infer<typeof searchInput>): boolean {
  const { text, city_in: cities, country_in: countries, category_in: categories } = input;
  const { title, summary, city } = activity;
  const said = `${title} ${summary} ${city.name} ${city.country}`.toLowerCase();
  return (
    (!text ||
      text
        .toLowerCase()
        .split(/\s+/)
        .every((word) => said.includes(word))) &&
    (!cities || cities.includes(String(city.id)) || cities.includes(city.uuid)) &&
    (!countries || countries.includes(city.countryCode)) &&
    (!categories || activity.categories.some((name) => categories.includes(codeOf(name))))
  );
}
