import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AdyenDropin } from '@/components/payment/adyen-dropin';
import type { Json } from '@/lib/checkout/json';
import methods from '@/messages/en/methods.json';

const query = new URLSearchParams(location.search);

/** What the pay page hands to the component: of one step, and of the next, when the shop answers a result with one. */
interface Given {
  readonly steps: readonly Json[];
  readonly settings: Json;
}

/**
 * The least of a pay page: shows what the component hands over, then goes on to the next step; where there is none it
 * stays, leaves or loses it, as `?then=` says.
 */
function Page({ steps, settings }: Given) {
  const [results, setResults] = useState<Json[]>([]);
  const [at, setAt] = useState(0);
  const [disabled, setDisabled] = useState(query.get('ended') === '1');
  const [busy, setBusy] = useState(false);
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
  // As the supplier answers a return: the same params, and what the bank's page put behind the address.
  const [sessionId, redirectResult] = [query.get('sessionId'), query.get('redirectResult')];
  const back =
    at === 0 && redirectResult ? { redirectResult, ...(sessionId ? { sessionId } : {}) } : undefined;
  return (
    <main id="content" className="mx-auto max-w-xl p-5">
      <AdyenDropin
        texts={{ ...methods.every, ...methods['adyen-dropin'] }}
        params={steps[at] ?? null}
        resume={back}
        settings={settings}
        amountLabel="Pay £62.50"
        disabled={disabled}
        locale={query.get('locale') ?? 'en-GB'}
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

const given = JSON.parse(document.getElementById('params')?.textContent ?? 'null') as Given;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page {...given} />
    </StrictMode>,
  );
}
