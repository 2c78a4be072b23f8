import type { BundleWire } from './wire-order';

/**
 * How the money of a hold is taken, by what the reservation says of each bundle: nobody there takes it (`credit`: the
 * partner does), Stripe by a token, or somebody's payment page. `unsupported`: a way that this shop cannot go.
 */
export type Mode = 'credit' | 'stripe' | 'redirect' | 'unsupported';

/** Debitors that this shop knows by name and cannot use: they came after Stripe's tokens and want a script of their own. */
const NEWER: ReadonlySet<string> = new Set(['cider', 'stripe_intent', 'stripe_payment_intent']);

/** How one bundle is paid. Free ones are paid by nobody, and fit with everything. */
export function bundleMode(bundle: BundleWire): Mode | null {
  if (bundle.bundle_total_cost === 0) return null;
  const debitor = bundle.debitor ?? bundle.debitor_choices?.[0];
  if (!debitor) return 'credit';
  const type = debitor.debitor_type.toLowerCase();
  if (NEWER.has(type)) return 'unsupported';
  if (type !== 'stripe') return 'redirect';
  return publishableKey(bundle) ? 'stripe' : 'unsupported';
}

/** How all bundles are paid. Stripe's tokens and pages mix, because a page may follow a token anyway; nothing else does. */
export function modeOf(bundles: readonly BundleWire[], needsCard: boolean): Mode {
  const modes = new Set(bundles.flatMap((bundle) => bundleMode(bundle) ?? []));
  if (needsCard || modes.has('unsupported')) return 'unsupported';
  const [first, ...others] = modes;
  if (others.length === 0) return first ?? 'credit';
  return modes.has('credit') ? 'unsupported' : 'redirect';
}

/** The key of the Stripe account that will charge a bundle. Public by design. */
export function publishableKey(bundle: BundleWire): string | null {
  const debitor = bundle.debitor ?? bundle.debitor_choices?.[0];
  return debitor?.debitor_integration_data?.publishable_key ?? null;
}
