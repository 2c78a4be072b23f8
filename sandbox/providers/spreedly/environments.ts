import type { KeyObject } from 'node:crypto';
import { OCTO_SPREEDLY } from '../../core/secrets';

/** A vault of its own, with its own cards. Its key is public. */
export interface Environment {
  readonly key: string;
  readonly accessSecret: string;
  readonly gateways: readonly string[];
  /** Whether browsers must show that a server of the environment's sent them. */
  readonly signed: boolean;
  /** Public keys that servers have handed in, by token. */
  readonly certificates: Map<string, KeyObject>;
  /** So many signatures are refused from now on, however good they are. */
  refusals: number;
}

/** Every environment. A new one is an entry here and keys in `sandbox/core/secrets.ts`. */
export function environments(): readonly Environment[] {
  const { environment, signedEnvironment, accessSecret, gateway } = OCTO_SPREEDLY;
  return [
    {
      key: environment,
      accessSecret,
      gateways: [gateway],
      signed: false,
      certificates: new Map(),
      refusals: 0,
    },
    {
      key: signedEnvironment,
      accessSecret,
      gateways: [gateway],
      signed: true,
      certificates: new Map(),
      refusals: 0,
    },
  ];
}
