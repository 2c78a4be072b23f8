import {
  CardCvcElement,
  CardElement,
  CardExpiryElement,
  CardNumberElement,
  Elements,
  useElements,
  useStripe,
} from '@stripe/react-stripe-js';
import type { StripeCardElementChangeEvent, StripeElementStyle } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { StrictMode, type SyntheticEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A small shop page for the browser test: what a partner would write, with the real packages. */

const query = new URLSearchParams(location.search);
const secret = query.get('secret') ?? '';
const split = query.get('split') === '1';
const dark = query.get('dark') === '1';

const style: StripeElementStyle = dark
  ? {
      base: { color: '#f2f4f7', iconColor: '#98a2b3', '::placeholder': { color: '#98a2b3' } },
      invalid: { color: '#fda29b' },
    }
  : { base: { fontFamily: 'Arial, sans-serif', fontSize: '16px' }, invalid: { color: 'rgb(180, 20, 20)' } };

function Form() {
  const stripe = useStripe();
  const elements = useElements();
  const [result, setResult] = useState('');
  const [error, setError] = useState('');
  const [brand, setBrand] = useState('');
  const [ready, setReady] = useState(0);

  async function pay(event: SyntheticEvent) {
    event.preventDefault();
    const card = split ? elements?.getElement(CardNumberElement) : elements?.getElement(CardElement);
    if (!stripe || !card) return;
    setResult('paying');
    const mode = query.get('mode');
    const outcome =
      mode === 'token'
        ? await stripe.createToken(card, { name: 'Ada Lovelace' })
        : mode === 'method'
          ? await stripe.createPaymentMethod({
              type: 'card',
              card,
              billing_details: { name: 'Ada Lovelace' },
            })
          : await stripe.confirmCardPayment(secret, {
              payment_method: { card, billing_details: { name: 'Ada Lovelace', email: 'ada@example.com' } },
            });
    Reflect.set(window, 'outcome', outcome);
    setError(outcome.error?.message ?? '');
    setResult(
      outcome.error ? `error ${outcome.error.code} ${outcome.error.decline_code ?? ''}`.trim() : 'ok',
    );
  }

  const onChange = (event: Pick<StripeCardElementChangeEvent, 'error' | 'brand'>) => {
    setError(event.error?.message ?? '');
    setBrand(event.brand);
  };
  const onReady = () => setReady((count) => count + 1);
  const box = 'box';
  return (
    <form onSubmit={pay}>
      {split ? (
        <>
          <label htmlFor="number">Card number</label>
          <div className={box}>
            <CardNumberElement
              id="number"
              options={{ style, showIcon: true }}
              onChange={onChange}
              onReady={onReady}
            />
          </div>
          <label htmlFor="expiry">Expiry</label>
          <div className={box}>
            <CardExpiryElement id="expiry" options={{ style }} onReady={onReady} />
          </div>
          <label htmlFor="cvc">Security code</label>
          <div className={box}>
            <CardCvcElement id="cvc" options={{ style }} onReady={onReady} />
          </div>
        </>
      ) : (
        <>
          <label htmlFor="card">Card</label>
          <div className={box}>
            <CardElement
              id="card"
              options={{ style, hidePostalCode: query.get('postal') !== '1' }}
              onChange={onChange}
              onReady={onReady}
            />
          </div>
        </>
      )}
      <p role="alert">{error}</p>
      <button type="submit" disabled={!stripe}>
        Pay £62.50
      </button>
      <output data-testid="result">{result}</output>
      <output data-testid="brand">{brand}</output>
      <output data-testid="ready">{ready}</output>
    </form>
  );
}

const root = document.getElementById('root');
const stripe = loadStripe(query.get('key') ?? '', { stripeAccount: query.get('account') ?? undefined });
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Elements stripe={stripe}>
        <Form />
      </Elements>
    </StrictMode>,
  );
}
