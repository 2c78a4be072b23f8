import type { Rule } from './types';

/** Invariants 1 and 5: an intent before each acting call, its outcome before the next: one is in flight at a time. */
export const oneAtATime: Rule = ({ journal, atRest }) => {
  const wrong: string[] = [];
  let open: string | null = null;
  for (const { kind, name } of journal) {
    if (kind === 'intent') {
      if (open) wrong.push(`${name} was begun while ${open} had no outcome`);
      open = name;
    }
    if (kind === 'outcome') {
      const verb = name.split(':')[0];
      if (open !== verb) wrong.push(`${name} ended, and what was under way is ${open ?? 'nothing'}`);
      open = null;
    }
  }
  if (atRest && open) wrong.push(`${open} has no outcome`);
  return wrong;
};

/** The history and the state agree: what was booked once is not taken back without a cancellation. */
export const bookedStaysBooked: Rule = ({ journal, checkout }) => {
  const states = journal.filter(({ kind }) => kind === 'state').map(({ name }) => name.split('/')[0] ?? '');
  const at = states.indexOf('booked');
  const after = at < 0 ? [] : states.slice(at + 1);
  const cancelled = checkout.items.some(({ status }) => status === 'cancelled');
  const back = after.filter((state) => state !== 'booked');
  return back.length > 0 && !cancelled ? [`booked, and then ${back.join(', ')}`] : [];
};
