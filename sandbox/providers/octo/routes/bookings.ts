import { Hono } from 'hono';
import { send } from '../answers';
import { cancel } from '../booking/cancel';
import { lapse } from '../booking/hold';
import { cancelInput, confirmInput, extendInput, reservationInput, updateInput } from '../booking/input';
import type { Booking } from '../booking/model';
import { reserve } from '../booking/reserve';
import { update } from '../booking/update';
import type { Desk } from '../desk';
import { confirm } from '../order/confirm';
import { extend } from '../order/hold';
import { live } from '../order/model';
import { cardPayment } from '../payment/envelope';
import { invalidUuid, Refusal, unprocessable } from '../refusals';
import { body, query } from '../request';
import { need, type OctoContext, type OctoVariables } from '../session';
import { bookingWire } from '../wire/booking';
import { filterBookings, filterInput, isEmpty } from './filter';

/** Bookings: reserve, look, change, extend, confirm, cancel. Each answers the booking as it then stands. */
export function bookingRoutes(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>();

  const answer = async (c: OctoContext, booking: Booking) => {
    const session = c.get('session');
    return send(c, bookingWire(desk, session, booking, await cardPayment(desk, session, booking.order)));
  };

  /** Does something with a booking while nobody else does, and answers it. */
  const withBooking = async (c: OctoContext, work: (booking: Booking) => Promise<void>) => {
    const uuid = c.req.param('uuid') ?? '';
    const booking = desk.store.booking(c.get('session').connection, uuid);
    if (!booking) throw invalidUuid(uuid);
    return desk.store.exclusive(booking.order.id, async () => {
      await work(booking);
      return answer(c, booking);
    });
  };

  app.post('/octo/bookings', async (c) => {
    const input = await body(c, reservationInput);
    const session = c.get('session');
    if (input.orderId) need(session, 'octo/cart');
    const booking = await reserve(desk, session, input);
    return desk.store.exclusive(booking.order.id, () => answer(c, booking));
  });

  app.get('/octo/bookings', (c) => {
    const session = c.get('session');
    const filter = query(c, filterInput);
    if (isEmpty(filter)) throw new Refusal('BAD_REQUEST', 'Filter bookings by at least one field.');
    const found = filterBookings(desk.store.bookingsOf(session.connection), filter);
    return send(
      c,
      found.map((booking) => bookingWire(desk, session, booking, undefined)),
    );
  });

  app.get('/octo/bookings/:uuid', (c) => withBooking(c, (booking) => lapse(desk, booking.order)));

  app.patch('/octo/bookings/:uuid', async (c) => {
    const input = await body(c, updateInput);
    return withBooking(c, (booking) => update(desk, booking, input));
  });

  app.post('/octo/bookings/:uuid/extend', async (c) => {
    const input = await body(c, extendInput);
    return withBooking(c, async (booking) => {
      if (booking.status === 'EXPIRED') throw unprocessable('The hold has expired.');
      await extend(desk, booking.order, input.expirationMinutes ?? null);
    });
  });

  app.post('/octo/bookings/:uuid/confirm', async (c) => {
    const input = await body(c, confirmInput);
    const paying = c.get('session').capabilities.has('octo/cardPayments');
    return withBooking(c, async (booking) => {
      if (live(booking.order).length > 1)
        throw unprocessable('The booking is one of several of its order; confirm the order.');
      if (booking.status === 'EXPIRED' || booking.status === 'REJECTED') throw invalidUuid(booking.uuid);
      if (booking.status === 'CANCELLED') throw unprocessable('The booking is cancelled.');
      await confirm(desk, booking.order, { uuid: booking.uuid }, input, paying);
    });
  });

  const cancelBooking = async (c: OctoContext) => {
    const input = await body(c, cancelInput);
    return withBooking(c, (booking) => cancel(desk, booking, input));
  };
  app.post('/octo/bookings/:uuid/cancel', cancelBooking);
  app.delete('/octo/bookings/:uuid', cancelBooking);
  return app;
}
