import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { StripeCard } from '@/components/payment/stripe-card';
import type { Json } from '@/lib/checkout/json';
import methods from '@/messages/en/methods.json';

/** The least of a pay page: hands the step's params to the method's component and shows what it reports. */
function Page({ params }: { params: Json }) {
  const [results, setResults] = useState<Json[]>([]);
  const [busy, setBusy] = useState(false);
  const onResult = useCallback(async (data: Json) => setResults((before) => [...before, data]), []);
  return (
    <main className="mx-auto max-w-md p-6">
      <StripeCard
        texts={{ ...methods.every, ...methods.stripe, ...methods['stripe-card'] }}
        params={params}
        amountLabel="Pay £24.68"
        disabled={false}
        locale="en-GB"
        onResult={onResult}
        onBusy={setBusy}
      />
      <output data-testid="results">{JSON.stringify(results)}</output>
      <output data-testid="busy">{String(busy)}</output>
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
