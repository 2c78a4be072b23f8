import 'server-only';
import { eventOf, eventsOf, offersOn } from '../catalogue';
import { browsing } from '../http/context';
import { call } from '../http/handler';
import { json } from '../http/reply';
import { problem } from '../problems/problem';
import { eventDetail, eventPage, offers } from '../schemas/catalogue';
import { eventParams, eventsQuery, offersQuery, supplierParams } from '../schemas/requests';
import { suppliers } from '../schemas/suppliers';
import { eventView, offersView, pageView, supplierView } from '../view/catalogue';
import { noAnswer } from './no-answer';

/** What is said of a `date` that the event does not have. For programmers, as the API's other details are. */
const DATES = {
  required: 'This event has dates: ask for one of its `performances`',
  enum: 'must be the `date` of one of the event’s `performances`',
};

/** GET /api/suppliers */
export const listSuppliers = call(
  {
    id: 'listSuppliers',
    method: 'GET',
    path: '/api/suppliers',
    summary: 'Enabled suppliers, what they can do, and ways to pay',
    access: 'anyone',
    answers: { 200: { description: 'The suppliers', schema: suppliers } },
  },
  async ({ foyer, locale }) =>
    json({ suppliers: [...foyer.suppliers.values()].map((supplier) => supplierView(supplier, locale)) }),
);

/** GET /api/suppliers/{supplier}/events */
export const listEvents = call(
  {
    id: 'listEvents',
    method: 'GET',
    path: '/api/suppliers/{supplier}/events',
    summary: 'Events, a page at a time',
    access: 'anyone',
    params: supplierParams,
    query: eventsQuery,
    answers: { 200: { description: 'A page of events', schema: eventPage } },
    problems: ['not_found', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params, query, locale } = context;
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier) return problem('not_found');
    const answer = await eventsOf(supplier, browsing(context), { text: query.q, page: query.page, locale });
    return answer.ok ? json(pageView(answer.value)) : noAnswer(answer);
  },
);

/** GET /api/suppliers/{supplier}/events/{event} */
export const readEvent = call(
  {
    id: 'readEvent',
    method: 'GET',
    path: '/api/suppliers/{supplier}/events/{event}',
    summary: 'One event with its dates',
    access: 'anyone',
    params: eventParams,
    answers: { 200: { description: 'The event', schema: eventDetail } },
    problems: ['not_found', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params } = context;
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier) return problem('not_found');
    const answer = await eventOf(supplier, browsing(context), params.event);
    return answer.ok ? json(eventView(answer.value, supplier)) : noAnswer(answer);
  },
);

/** GET /api/suppliers/{supplier}/events/{event}/offers */
export const listOffers = call(
  {
    id: 'listOffers',
    method: 'GET',
    path: '/api/suppliers/{supplier}/events/{event}/offers',
    summary: 'What can be bought of an event, or that its supplier has a picker for that',
    access: 'anyone',
    params: eventParams,
    query: offersQuery,
    answers: { 200: { description: 'Offers, or `picker`', schema: offers } },
    problems: ['not_found', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params, query } = context;
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier) return problem('not_found');
    if (!supplier.offers && supplier.picker) return json({ picker: true });
    const date = query.date ?? null;
    const answer = await offersOn(supplier, browsing(context), params.event, date);
    if (answer === 'no_such_date') {
      const rule = date === null ? 'required' : 'enum';
      return problem('invalid', { fields: [{ pointer: '/date', rule, detail: DATES[rule] }] });
    }
    return answer.ok ? json(offersView(answer.value)) : noAnswer(answer);
  },
);
