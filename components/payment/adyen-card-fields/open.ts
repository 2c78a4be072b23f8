import type { CoreConfiguration } from '@adyen/adyen-web';
import { environmentOf } from '@/lib/payments/adyen/environments';
import type { AdyenUrls } from '@/lib/payments/adyen/types';
import type { AdyenCardFieldsData, AdyenCardFieldsParams } from '@/lib/payments/adyen-card-fields/types';
import { fieldStyles } from '../adyen/look';
import type { PageColours } from '../parts/page-colours';
import { cardOf } from './card';

/** Where the fields come from, and what is asked in them. */
export interface Fields {
  readonly params: AdyenCardFieldsParams;
  readonly urls?: AdyenUrls;
  readonly locale: string;
}

/** What the page is told. */
export interface Events {
  /** The fields can be typed into. */
  shown(): void;
  /** The card is complete, and encrypted. */
  given(data: AdyenCardFieldsData): void;
}

/** Fields on the page. */
export interface Opened {
  /** Has the card handed over by `given`, or says in the fields what is missing. */
  submit(): void;
  restyle(colours: PageColours): void;
  close(): void;
}

/**
 * Puts Adyen's card fields into `place`. Nothing is sent to Adyen but the first digits, to find out what card it is. Rejects
 * when the library or Adyen cannot be had.
 */
export async function openFields(
  place: HTMLElement,
  { params, urls, locale }: Fields,
  colours: PageColours,
  events: Events,
): Promise<Opened> {
  const { AdyenCheckout, Card } = await import('./sdk');
  // The library would take an environment that it does not know for live.
  const environment = environmentOf(params.environment);
  if (!environment) throw new Error('Adyen has no environment of this name.');
  const configuration: CoreConfiguration = {
    environment,
    clientKey: params.clientKey,
    locale,
    // Of no weight for a card; the library insists.
    countryCode: params.countryCode ?? 'GB',
    amount: { value: params.amount.amount, currency: params.amount.currency },
    _environmentUrls: urls,
    analytics: { enabled: false },
    exposeLibraryMetadata: false,
  };
  const checkout = await AdyenCheckout(configuration);
  let country: string | undefined;
  const card = new Card(checkout, {
    hasHolderName: true,
    holderNameRequired: true,
    data: { holderName: params.holderName },
    showPayButton: false,
    styles: fieldStyles(colours),
    onBinLookup: (found) => {
      country = found.issuingCountryCode;
    },
    onConfigSuccess: () => events.shown(),
    // A field that cannot be had is said in its place.
    onError: () => events.shown(),
    onSubmit: ({ data }) => events.given(cardOf(data.paymentMethod, country)),
  });
  card.mount(place);
  return {
    submit: () => card.submit(),
    restyle: (now) => card.updateStyles(fieldStyles(now)),
    close: () => card.unmount(),
  };
}
