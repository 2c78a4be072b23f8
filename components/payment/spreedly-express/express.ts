import type { SpreedlyExpressParams, SpreedlyExpressSettings } from '@/lib/payments/spreedly-express/types';
import { loadScript } from '../parts/load-script';

/**
 * What Spreedly's script leaves on `window`: Express, version 3, as far as it is used
 * (developer.spreedly.com/reference, "Express API lifecycle").
 */
interface SpreedlyExpress {
  onInit(told: () => void): void;
  onPaymentMethod(told: (token: string) => void): void;
  onViewClose(told: () => void): void;
  init(env: string, display: Record<string, string>, card: Record<string, string>): void;
  openView(): void;
  unload(): void;
}

/** What Express tells. */
export interface Told {
  ready(): void;
  token(token: string): void;
  closed(): void;
}

/** Who is told just now. Express takes listeners and forgets none, so it gets one set a page. */
let told: Told | null = null;
let listening = false;

/** How long Express may take to be ready before the customer is told that something is in the way. */
const PATIENCE_MS = 20_000;

/**
 * Makes Express ready for one card. Resolves with what opens its window and what puts it away; rejects when it cannot be had.
 */
export async function prepareExpress(
  { scriptUrl }: SpreedlyExpressSettings,
  { env, signed }: SpreedlyExpressParams,
  words: { readonly amount: string; readonly submit: string },
  hear: Told,
): Promise<{ open(): void; close(): void }> {
  await loadScript(scriptUrl, 'SpreedlyExpress');
  const express = Reflect.get(window, 'SpreedlyExpress') as SpreedlyExpress;
  if (!listening) {
    listening = true;
    express.onInit(() => told?.ready());
    express.onPaymentMethod((token) => told?.token(token));
    express.onViewClose(() => told?.closed());
  }
  return new Promise((resolve, reject) => {
    const prepared = {
      open: () => express.openView(),
      close: () => {
        if (told !== mine) return;
        told = null;
        express.unload();
      },
    };
    const late = setTimeout(() => {
      prepared.close();
      reject(new Error('Express did not become ready.'));
    }, PATIENCE_MS);
    const mine: Told = {
      ...hear,
      ready: () => {
        clearTimeout(late);
        resolve(prepared);
        hear.ready();
      },
    };
    if (told) express.unload();
    told = mine;
    express.init(env, { amount: words.amount, submit_label: words.submit, ...signed }, {});
  });
}
