import type { SendMethod } from './types';

const COLLECT_COMMENT = `Collecting your tickets at the box office:
- Bring a photo identification and the order reference of the venue.
- Tickets can be collected on the day of the performance only, from ninety minutes before the start.
- Somebody else may collect for you with a copy of your identification.

Questions? Guest services answer from 9am to 9pm, every day.`;

/** Collect at the venue's box office, £1.50. */
export const COBO: SendMethod = {
  code: 'COBO',
  desc: 'Collect from the venue',
  type: 'collect',
  cost: 150,
  finalComment: COLLECT_COMMENT,
};

/** By post within the United Kingdom and Ireland, £3.50. Not in the last week. */
export const POST: SendMethod = {
  code: 'POST',
  desc: 'Post (UK and Ireland)',
  type: 'post',
  cost: 350,
  countries: ['uk', 'ie'],
  untilDays: 7,
};

/** The platform's voucher to print at home, free. */
export const VOUCH: SendMethod = { code: 'VOUCH', desc: 'Printable eTicket', type: 'selfprint', cost: 0 };

/** The same, where the partner may print tickets of its own. */
export const MOBILE: SendMethod = {
  code: 'MTICKET',
  desc: 'Mobile ticket',
  type: 'selfprint',
  cost: 0,
  ownPrint: true,
};

/** Collect, free: attractions. */
export const GATE: SendMethod = {
  code: 'GATE',
  desc: 'Collect at the entrance',
  type: 'collect',
  cost: 0,
  finalComment: 'Show your order reference at the entrance marked “Groups and partners”.',
};
