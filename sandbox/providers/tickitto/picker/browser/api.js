/** The session is part of the path; the page knows no basket. */
const base = () => `/availability/${document.body.dataset.session}`;

/** A refusal with Tickitto's own code, such as `reservation_error.seats_gone`. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function ask(path, init) {
  let answer;
  try {
    answer = await fetch(`${base()}${path}`, init);
  } catch {
    throw new Refused('network', 'The connection was lost. Please try again.');
  }
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json;
  throw new Refused(json.code ?? 'unknown', json.message ?? 'Something went wrong. Please try again.');
}

/** Dates and times that are on sale. */
export const dates = () => ask('/dates');

/** Tickets, prices and seats of one date and time. */
export const offer = (id) => ask(`/offers/${encodeURIComponent(id)}`);

/** Puts the choice into the basket. */
export const select = (selection) =>
  ask('/selection', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(selection),
  });
