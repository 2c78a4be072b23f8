import type { Scenario } from '../core/provider';
import { OCTO_SPREEDLY } from '../core/secrets';
import { findActivity } from '../providers/musement/catalogue';
import type { Later, Order, Purchase } from './purchase';

type Table = Readonly<Record<string, readonly Order[]>>;

/** Who takes money sells nothing: each is met with a seller's tickets. */
const at = (option: string, event: string) =>
  ({ supplier: 'octo', option, events: [event], opens: 'till' }) as const;

/** Stripe, behind OCTO. */
export function stripe(): Purchase {
  return at('octo.stripe', 'OC101');
}

/** Adyen, behind OCTO. */
export function adyen(): Purchase {
  return at('octo.adyen', 'OC105');
}

const VIVA: Table = {
  'viva.codes.text': [{ provider: 'octo', action: 'viva-codes', id: 'text' }],
};

const VIVA_LATER: Readonly<Record<string, readonly Later[]>> = {
  'viva.leave.paid': [{ provider: 'octo', title: 'Half an hour passes', action: 'decide' }],
};

/** Viva, behind OCTO. */
export function viva({ id }: Scenario): Purchase {
  return { ...at('octo.viva', 'OC104'), first: VIVA[id], later: VIVA_LATER[id] };
}

/** Spreedly, behind OCTO. */
export function spreedly({ id }: Scenario): Purchase {
  if (id !== 'spreedly.form.refused') return at('octo.spreedly', 'OC106');
  const first = [
    { provider: 'spreedly', action: 'refuse-signatures', id: OCTO_SPREEDLY.signedEnvironment } as const,
  ];
  return { ...at('octo.spreedly', 'OC913'), first };
}

const settings = (args: Record<string, unknown>): Order => ({
  provider: 'tikkie',
  action: 'settings',
  id: 'all',
  args,
});

const TIKKIE: Table = {
  'tikkie.lost': [
    { fault: { provider: 'tikkie', call: 'POST /v1/tikkie/platforms/*', kind: 'drop', when: 'after' } },
  ],
  'tikkie.dates': [settings({ dates: 'millis' })],
  'tikkie.short-tokens': [settings({ tokenSeconds: 60 })],
};

const onRequest = (title: string, action: string, args?: Record<string, unknown>): Later => ({
  provider: 'tikkie',
  title,
  action,
  args,
});

const TIKKIE_LATER: Readonly<Record<string, readonly Later[]>> = {
  'tikkie.pay.less': [onRequest('Somebody pays €1.00', 'pay', { amount: 100 })],
  'tikkie.pay.late': [{ provider: 'ingresso', title: 'The hold ends', action: 'expire' }],
  'tikkie.pending': [
    onRequest('The bank says yes', 'decide'),
    onRequest('The bank says no', 'decide', { status: 'NOT_PAID' }),
  ],
  'tikkie.full': [onRequest('The limit is reached', 'status', { status: 'MAX_YIELD_REACHED' })],
  'tikkie.blocked': [
    onRequest('The account is blocked', 'block'),
    onRequest('The account is free again', 'block', { on: false }),
  ],
};

/** Tikkie, for a partner who buys from Ingresso on credit; from the other two where a scenario says so. */
export function tikkie({ id }: Scenario): Purchase {
  if (id === 'tikkie.pay.octo') return at('octo.external:tikkie', 'OC114');
  const common = { opens: 'till', first: TIKKIE[id], later: TIKKIE_LATER[id] } as const;
  if (id === 'tikkie.pay.musement') {
    const events = [findActivity('0101')?.uuid ?? ''];
    return { ...common, supplier: 'musement', option: 'musement.no-payment:tikkie', events };
  }
  // Held for a minute only, so that nobody has to wait for a quarter of an hour.
  const events = [id === 'tikkie.pay.late' ? 'SC35' : 'B11'];
  return { ...common, supplier: 'ingresso', option: 'ingresso.credit:tikkie', events };
}
