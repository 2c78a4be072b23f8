import { type ComponentType, StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PaymentProps } from '@/components/payment/types';
import type { Json } from '@/lib/checkout/json';
import methods from '@/messages/en/methods.json';

type Words = Readonly<Record<string, string>>;

/** What the page was asked for: `then`, what becomes of a result; `ended`, that the hold is over already. */
export const query = new URLSearchParams(location.search);

/** What the test hands in: params of one step, and of the next, when the shop answers a result with one. */
export interface Given {
  readonly steps: readonly Json[];
  readonly settings?: Json;
  /** Where a page has several. */
  readonly method?: string;
}

export const given = JSON.parse(document.getElementById('params')?.textContent ?? 'null') as Given;

interface Shop extends Given, Partial<Pick<PaymentProps, 'amountLabel' | 'locale' | 'resume'>> {
  readonly Method: ComponentType<PaymentProps>;
  /** Whose words it has, beside those of every method. */
  readonly words: readonly (keyof typeof methods)[];
}

/**
 * The least of a pay page: shows what the component hands over, then goes on to the next step; where there is none it stays, leaves
 * or loses it, as `?then=` says. A customer comes back to the first step only.
 */
function Page({
  Method,
  words,
  steps,
  resume,
  amountLabel = 'Pay £62.50',
  locale = 'en-GB',
  settings,
}: Shop) {
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
  const own: readonly Words[] = words.map((name) => methods[name]);
  return (
    <main id="content" className="mx-auto max-w-xl p-5">
      <Method
        texts={Object.assign({}, methods.every, ...own) as Words}
        params={steps[at] ?? null}
        resume={at === 0 ? resume : undefined}
        settings={settings}
        amountLabel={amountLabel}
        disabled={disabled}
        locale={locale}
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

export function payPage(shop: Shop): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Page {...shop} />
    </StrictMode>,
  );
}
