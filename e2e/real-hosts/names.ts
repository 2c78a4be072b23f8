/** Where the shop of this project lives. Nobody can own a name under `.example`. */
export const SHOP = 'https://tickets.example';

/** A provider of the sandbox: its port above the base, the names it has in life, and the one it goes by where it names itself. */
interface Provider {
  readonly offset: number;
  readonly names: RegExp;
  /** Absent: the provider knows by itself under which name it was asked. */
  readonly goesBy?: string;
}

/** Hosts as the defaults of the configuration and the providers' own browser code have them. */
const PROVIDERS: readonly Provider[] = [
  { offset: 1, names: /^(api|demo)\.ticketswitch\.com$/, goesBy: 'https://api.ticketswitch.com' },
  { offset: 2, names: /^(\w+\.)?tickitto\.tech$/, goesBy: 'https://widget.tickitto.tech' },
  { offset: 3, names: /^api\.ventrata\.com$/, goesBy: 'https://api.ventrata.com' },
  { offset: 4, names: /^(api|sandbox)\.musement\.com$/, goesBy: 'https://api.musement.com' },
  { offset: 11, names: /^(js|api|hooks|[\w-]+\.js)\.stripe\.com$/, goesBy: 'https://js.stripe.com' },
  { offset: 12, names: /^(checkoutshopper|checkoutanalytics|pal)-test(\.cdn)?\.adyen\.com$/ },
  {
    offset: 13,
    names: /^(www|demo|api|accounts)\.vivapayments\.com$/,
    goesBy: 'https://www.vivapayments.com',
  },
  { offset: 14, names: /^core\.spreedly\.com$/, goesBy: 'https://core.spreedly.com' },
];

/** All of the above, as certificates and Chromium's rules for hosts have them. */
export const EVERYBODY: readonly string[] = [
  'tickets.example',
  '*.ticketswitch.com',
  'tickitto.tech',
  '*.tickitto.tech',
  '*.ventrata.com',
  '*.musement.com',
  '*.stripe.com',
  '*.js.stripe.com',
  '*.adyen.com',
  '*.cdn.adyen.com',
  '*.vivapayments.com',
  '*.spreedly.com',
];

/** Who answers under a name; undefined: nobody of ours. */
export const providerAt = (host: string): Provider | undefined =>
  PROVIDERS.find(({ names }) => names.test(host));

/** A sandbox's text as the provider would have written it: its ports become its names. */
export function inLife(text: string, base: number): string {
  return PROVIDERS.reduce((rest, { offset, goesBy }) => {
    const origin = `http://127.0.0.1:${base + offset}`;
    if (goesBy === undefined) return rest;
    return rest.replaceAll(origin, goesBy).replaceAll(encodeURIComponent(origin), encodeURIComponent(goesBy));
  }, text);
}

/** The other way around, for what a browser says of where it comes from. */
export function inSandbox(text: string, base: number): string {
  return PROVIDERS.reduce(
    (rest, { offset, goesBy }) =>
      goesBy === undefined ? rest : rest.replaceAll(goesBy, `http://127.0.0.1:${base + offset}`),
    text,
  );
}
