/** What Tickitto's published OpenAPI document names as the reason of a refusal: its type, status and gist. */
const REFUSALS = {
  'authentication_error.key_missing': [401, 'The header "key" is missing.'],
  'authentication_error.invalid_key': [401, 'The key is not valid.'],
  'authentication_error.insufficient_permissions': [
    401,
    'This key does not have the permissions for this call.',
  ],
  'event_error.event_not_found': [404, 'There is no such event.'],
  'availability_error.event_not_found': [404, 'There is no such event.'],
  'availability_error.basket_not_found': [404, 'There is no such basket.'],
  'availability_error.session_not_found': [404, 'There is no such availability session.'],
  'availability_error.performance_not_found': [404, 'There is no such performance.'],
  'availability_error.status_conflict': [409, 'The basket is being checked out or was checked out already.'],
  'availability_error.availability_gone': [410, 'The availability session has ended.'],
  'reservation_error.basket_not_found': [404, 'There is no such basket.'],
  'reservation_error.event_not_found': [404, 'There is no such event.'],
  'reservation_error.performance_not_found': [404, 'There is no such performance.'],
  'reservation_error.product_not_found': [404, 'There is no such product.'],
  'reservation_error.product_band_not_found': [404, 'There is no such product band.'],
  'reservation_error.concession_not_found': [404, 'There is no such concession.'],
  'reservation_error.seats_not_found': [404, 'At least one of the seats does not exist.'],
  'reservation_error.performance_gone': [410, 'This performance is not on sale any more.'],
  'reservation_error.seats_gone': [410, 'The tickets that were asked for are not available any more.'],
  'reservation_error.performance_time': [410, 'The performance starts too soon or is over.'],
  'reservation_error.concession_id_required': [422, 'A concession must be chosen for this product.'],
  'reservation_error.invalid_booking': [422, 'The booking options do not fit together.'],
  'basket_error.currency_not_set': [400, 'The currency is not one that baskets can have.'],
  'basket_error.item_not_found': [404, 'There is no such item in the basket.'],
  'basket_error.session_not_found': [404, 'There is no such availability session.'],
  'basket_error.promocode_not_found': [404, 'There is no such promocode.'],
  'basket_error.promocode_not_applied': [404, 'The promocode is not applied to this basket.'],
  'basket_error.status_conflict': [409, 'The basket is being checked out or was checked out already.'],
  'basket_error.not_processable': [409, 'There is nothing in the basket that could be checked out.'],
  'basket_error.item_status_conflict': [409, 'The item is in a status that does not allow this.'],
  'basket_error.price_mismatch': [409, 'The amount paid does not match the basket price.'],
  'basket_error.promocode_already_applied': [409, 'The promocode is applied already.'],
  'basket_error.promocode_redeemed': [409, 'The promocode has been redeemed.'],
  'basket_error.promocode_not_applicable': [409, 'The promocode is not applicable to this basket.'],
  'basket_error.promocode_gone': [410, 'The promocode has expired.'],
  'basket_error.basket_item_limit': [422, 'A basket holds 200 items at most.'],
  'basket_error.item_limit': [422, 'More tickets than can be bought at once.'],
  'basket_error.invalid_session': [422, 'The availability session belongs to another basket or has ended.'],
  'basket_error.not_cancellable': [422, 'This item cannot be cancelled.'],
  'basket_error.payment_mismatch': [500, 'The payment method of the basket is another one.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** A type of {@link Refusal}. */
export type RefusalType = keyof typeof REFUSALS;

/** A business "no" on its way to the answer. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly type: RefusalType,
    /** More than the type's own gist, and where in the request it lies. */
    readonly extra: { msg?: string; loc?: string[]; payload?: unknown } = {},
  ) {
    super(extra.msg ?? REFUSALS[type][1]);
    this.status = REFUSALS[type][0];
  }
}

/** One thing that is wrong with a request, in FastAPI's shape. */
export interface Fault {
  loc: (string | number)[];
  msg: string;
  type: string;
  payload?: unknown;
}

/** A request whose parameters or body do not parse: 422. */
export class Invalid extends Error {
  constructor(readonly faults: Fault[]) {
    super('The request does not parse.');
  }
}
