/** Where the wire keeps what single activities ask for, by activity. */
export const EXTRA = 'extra_customer_data';

/** Flags that one version of the documentation needs and another does not know: sent in any case, and a no unless ticked. */
export const NEWSLETTERS = [
  'musement_newsletter',
  'thirdparty_newsletter',
  'events_related_newsletter',
] as const;

/** Names of the wire that ours differ from. Every other name is the wire's own: the set of them is open. */
const OURS: Readonly<Record<string, string>> = { firstname: 'firstName', lastname: 'lastName' };

/** Our name of one of the wire's fields. */
export function nameOf(field: string): string {
  return (Object.hasOwn(OURS, field) && OURS[field]) || field;
}

/** The wire's name of one of our details. */
export function fieldOf(name: string): string {
  return Object.keys(OURS).find((field) => OURS[field] === name) ?? name;
}

/** Why we cancel an item, as we say it over there: only then may a refund policy keep a part of its price. */
export const CANCELLED_BY_US = 'CANCELLED-BY-PARTNER';
