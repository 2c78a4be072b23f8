import type { CoreConfiguration, PaymentMethodsConfiguration } from '@adyen/adyen-web';
import { environmentOf } from '@/lib/payments/adyen/environments';
import type { AdyenUrls } from '@/lib/payments/adyen/types';
import { isSameAmount } from '@/lib/payments/adyen/units';
import type {
  AdyenDropinData,
  AdyenDropinParams,
  AdyenDropinResume,
} from '@/lib/payments/adyen-dropin/types';
import { fieldStyles } from '../adyen/look';
import type { PageColours } from '../parts/page-colours';
import { withLook } from './look';
import { outcomeOf } from './outcome';

/** One payment to be made in the page, or to be finished after the bank's page. */
export interface Payment {
  readonly params: AdyenDropinParams;
  readonly resume: AdyenDropinResume | null;
  readonly urls?: AdyenUrls;
  readonly locale: string;
}

/** What the page is told and asked. */
export interface Events {
  /** The form can be typed into. */
  shown(): void;
  /** Asked before anything is sent to Adyen. */
  mayPay(): boolean;
  /** It is over with this session; may be said more than once, and only the first counts. */
  over(data: AdyenDropinData): void;
}

/** A Drop-in on the page. */
export interface Opened {
  restyle(colours: PageColours): void;
  close(): void;
}

/**
 * Opens the session and puts Adyen's Drop-in into `place`; or hands what the bank's page brought back to Adyen and shows
 * nothing. Rejects when the library or Adyen cannot be had; see `isRefusedCall` for which.
 */
export async function openDropin(
  place: HTMLElement,
  { params, resume, urls, locale }: Payment,
  colours: PageColours,
  events: Events,
): Promise<Opened> {
  const { AdyenCheckout, Bancontact, Card, Dropin } = await import('./sdk');
  const sessionId = resume?.sessionId ?? params.session.id;
  const over = (said: unknown) => events.over(outcomeOf(sessionId, said, resume !== null));
  // The library would take an environment that it does not know for live.
  const environment = environmentOf(params.environment);
  if (!environment) throw new Error('Adyen has no environment of this name.');
  let open = false;
  const configuration: CoreConfiguration = {
    environment,
    clientKey: params.clientKey,
    locale,
    countryCode: params.countryCode,
    _environmentUrls: urls,
    analytics: { enabled: false },
    exposeLibraryMetadata: false,
    beforeSubmit: (data, _component, { resolve, reject }) => (events.mayPay() ? resolve(data) : reject()),
    onPaymentCompleted: over,
    onPaymentFailed: over,
    // A field that cannot be had is said in its place. What ends a payment is said above, too.
    onError: () => open && events.shown(),
  };
  const withSession = (session: CoreConfiguration['session']) => AdyenCheckout({ ...configuration, session });
  const checkout = await (resume ? returned() : withSession(params.session));
  open = true;

  /** The library kept the session's newest state when it left for the bank, unless this is another browser. */
  function returned() {
    const fromHere = withSession({ id: sessionId });
    return sessionId === params.session.id ? fromHere.catch(() => withSession(params.session)) : fromHere;
  }

  if (resume) {
    checkout.submitDetails({ details: { redirectResult: resume.redirectResult } });
    return { restyle: () => undefined, close: () => undefined };
  }
  const { amount } = checkout.options;
  if (!amount || !isSameAmount(amount, params.amount)) {
    events.over({ outcome: 'error', sessionId, why: 'price_changed' });
    return { restyle: () => undefined, close: () => undefined };
  }
  // Card fields come one after another; the form is shown when the last one takes text.
  const first = checkout.paymentMethodsResponse.paymentMethods[0]?.type;
  // Window size 05 is the whole width: phones are narrower than Adyen's default.
  const own = {
    styles: fieldStyles(colours),
    challengeWindowSize: '05',
    onConfigSuccess: () => events.shown(),
  };
  const dropin = new Dropin(checkout, {
    paymentMethodComponents: [Card, Bancontact],
    // The supplier's own, passed through: what is in it is between the supplier and the library.
    paymentMethodsConfiguration: withLook(params.configuration, own) as PaymentMethodsConfiguration,
    disableFinalAnimation: true,
    onReady: () => first !== 'scheme' && events.shown(),
  });
  dropin.mount(place);
  return {
    restyle: (colours) => dropin.activePaymentMethod?.updateStyles?.(fieldStyles(colours)),
    close: () => dropin.unmount(),
  };
}
