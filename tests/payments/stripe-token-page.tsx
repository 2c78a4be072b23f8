import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { StripeToken } from '@/components/payment/stripe-token';
import type { Json } from '@/lib/checkout/json';
import methods from '@/messages/en/methods.json';

const query = new URLSearchParams(location.search);

/** The least of a pay page: shows what the component hands over, then stays, leaves or loses it, as `?then=` says. */
function Page({ params }: { params: Json }) {
  const [results, setResults] = useState<Json[]>([]);
  const [disabled, setDisabled] = useState(false);
  const [busy, setBusy] = useState(false);
  const onResult = useCallback(async (data: Json) => {
    setResults((before) => [...before, data]);
    const then = query.get('then');
    if (then === 'lost') throw new Error('The shop was not reached.');
    if (then !== 'stay') setDisabled(true);
  }, []);
  return (
    <main id="content" className="mx-auto max-w-xl p-5">
      <StripeToken
        texts={{ ...methods.every, ...methods.stripe, ...methods['stripe-token'] }}
        params={params}
        amountLabel={query.get('label') ?? 'Pay £62.50'}
        disabled={disabled}
        locale="en-GB"
        onResult={onResult}
        onBusy={setBusy}
      />
      <output hidden data-testid="results">
        {JSON.stringify(results)}
      </output>
      <output hidden data-testid="busy">
        {String(busy)}
      </output>
    </main>
  );
}

const params = JSON.parse(document.getElementById('params')?.textContent ?? 'null') as Json;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page params={params} />
    </StrictMode>,
  );
}
