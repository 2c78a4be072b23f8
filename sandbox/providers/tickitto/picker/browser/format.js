const { currency, exponent } = document.body.dataset;
const digits = Number(exponent ?? 2);

/** Minor units as the customer reads them. */
export function money(minor) {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: currency ?? 'GBP',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

const inWords = (options) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (date) => format.format(Date.parse(`${date}T00:00Z`));
};

/** `Saturday 5 December 2026`. */
export const longDate = inWords({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** `Sat`. */
export const shortDay = inWords({ weekday: 'short' });
/** `5 Dec`. */
export const shortDate = inWords({ day: 'numeric', month: 'short' });
/** `December 2026`. */
export const monthName = inWords({ month: 'long', year: 'numeric' });

/** `1 ticket`, `2 tickets`. */
export const count = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** An element with attributes, properties and children; text is never read as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
