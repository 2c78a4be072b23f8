import { major } from '../money';
import type { Callout } from '../purchase/model';
import { bundleTotal } from '../transaction/ledger';
import type { Transaction } from '../transaction/model';
import { debitorWire } from './debitor';
import { Ordered } from './json';
import { currencyDetails, type Voice } from './voice';

/** A redirect, in the words of the generation. Its parameters keep the order in which they are to be sent. */
export function calloutWire(
  voice: Voice,
  transaction: Transaction,
  callout: Callout,
): Record<string, unknown> {
  const bundle = transaction.bundles.find(({ source }) => source.code === callout.source);
  const common = {
    callout_destination_url: callout.destination,
    callout_parameters: new Ordered(callout.parameters),
    callout_parameters_order: callout.order,
    callout_type: callout.method,
  };
  if (!bundle) return common;
  const { source } = bundle;
  const minor = bundleTotal(bundle);
  const specific = { is_dummy_3d_secure: callout.threeDSecure };
  if (voice.old) {
    return {
      ...common,
      debitor_integration_data: {
        debit_amount: major(minor, source.currency),
        debit_base_amount: minor,
        debit_currency: source.currency,
        debitor_specific_data: specific,
        debitor_type: transaction.user.payment === 'stripe' ? 'stripe' : 'dummy',
      },
    };
  }
  return {
    ...common,
    bundle_source_code: source.code,
    bundle_source_desc: source.desc,
    bundle_total_cost: major(minor, source.currency),
    callout_integration_data: specific,
    currency_code: source.currency,
    debitor: debitorWire(voice, transaction.user, source),
    return_token: callout.token,
  };
}

/** The answer that sends a customer away. */
export function calloutAnswer(
  voice: Voice,
  transaction: Transaction,
  callout: Callout,
): Record<string, unknown> {
  const source = transaction.bundles.find((one) => one.source.code === callout.source)?.source;
  return {
    callout: calloutWire(voice, transaction, callout),
    ...currencyDetails(voice, source ? [source.currency] : []),
  };
}
