import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AdyenCardFields } from '@/components/payment/adyen-card-fields';
import { StripeManual } from '@/components/payment/stripe-manual';
import type { Json } from '@/lib/checkout/json';
import methods from '@/messages/en/methods.json';

const query = new URLSearchParams(location.search);
const COMPONENTS = {
  'adyen-card-fields': { Method: AdyenCardFields, texts: methods.every },
  'stripe-manual': {
    Method: StripeManual,
    texts: { ...methods.every, ...methods.stripe, ...methods['stripe-manual'] },
  },
};

/** What the pay page hands to the component: of one step, and of the next, when the shop answers a result with one. */
interface Given {
  readonly method: keyof typeof COMPONENTS;
  readonly steps: readonly Json[];
  readonly settings?: Json;
}

/** The least of a pay page: goes on to the next step; where there is none it stays, leaves or loses it, as `?then=` says. */
function Page({ method, steps, settings }: Given) {
  const [results, setResults] = useState<Json[]>([]);
  const [at, setAt] = useState(0);
  const [disabled, setDisabled] = useState(false);
  const onResult = useCallback(
    async (data: Json) => {
      setResults((before) => [...before, data]);
      const then = query.get('then');
      if (then === 'lost') throw new Error('The shop was not reached.');
      if (at + 1 < steps.length) setAt(at + 1);
      else if (then !== 'stay') setDisabled(true);
    },
    [at, steps.length],
  );
  const { Method, texts } = COMPONENTS[method];
  return (
    <main id="content" className="mx-auto max-w-xl p-5">
      <Method
        texts={texts}
        params={steps[at] ?? null}
        settings={settings}
        amountLabel="Pay £62.50"
        disabled={disabled}
        locale="en-GB"
        onResult={onResult}
        onBusy={() => undefined}
      />
      <output hidden data-testid="results">
        {JSON.stringify(results)}
      </output>
    </main>
  );
}

const given = JSON.parse(document.getElementById('params')?.textContent ?? 'null') as Given;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page {...given} />
    </StrictMode>,
  );
}
