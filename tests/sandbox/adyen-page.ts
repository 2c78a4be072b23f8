import { AdyenCheckout, Card, Dropin, type PaymentAmount } from '@adyen/adyen-web';

/** A shop's page with Adyen's own Drop-in on it, unmodified. The address says which session, and what it came back with. */

const query = new URLSearchParams(location.search);
const base = query.get('base') ?? document.documentElement.dataset.adyen ?? '';
const text = (id: string, value: string) => {
  const element = document.getElementById(id);
  if (element) element.textContent = value;
};
const events: { name: string; resultCode?: string; sessionResult?: string; message?: string }[] = [];
Reflect.set(window, 'events', events);

function happened(
  name: string,
  result: { resultCode?: string; sessionResult?: string; message?: string } = {},
) {
  const { resultCode, sessionResult, message } = result;
  events.push({ name, resultCode, sessionResult, message });
  text('result', `${name} ${resultCode ?? message ?? ''}`.trim());
}

async function start(): Promise<void> {
  const id = query.get('id') ?? query.get('sessionId') ?? '';
  const data = query.get('data');
  const dark = query.get('dark') === '1';
  const checkout = await AdyenCheckout({
    environment: 'test',
    clientKey: document.documentElement.dataset.key ?? '',
    session: data ? { id, sessionData: data } : { id },
    ...(query.get('locale') ? { locale: query.get('locale') ?? '' } : {}),
    _environmentUrls: {
      api: base,
      analytics: `${new URL(base).origin}/checkoutanalytics/`,
      cdn: {
        images: `${new URL(base).origin}/checkoutshopper/`,
        translations: `${new URL(base).origin}/checkoutshopper/`,
      },
    },
    onPaymentCompleted: (result) => happened('completed', result),
    onPaymentFailed: (result) => happened('failed', result),
    onError: (error) => happened('error', { message: error.message }),
  });
  Reflect.set(window, 'amount', checkout.options.amount satisfies PaymentAmount | undefined);
  const back = query.get('redirectResult');
  if (back) return checkout.submitDetails({ details: { redirectResult: back } });
  const dropin = new Dropin(checkout, {
    paymentMethodComponents: [Card],
    paymentMethodsConfiguration: {
      card: {
        hasHolderName: true,
        holderNameRequired: true,
        billingAddressRequired: query.get('address') === '1',
        ...(dark ? { styles: { base: { color: '#f2f4f7' }, placeholder: { color: '#98a2b3' } } } : {}),
      },
    },
    onReady: () => text('ready', 'ready'),
  });
  dropin.mount('#dropin');
  Reflect.set(window, 'dropin', dropin);
}

start().catch((error: unknown) => text('result', `threw ${String(error)}`));
