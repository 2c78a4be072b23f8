import type { Json } from '../json';
import type { PaymentMethod } from '../method';
import type { Input } from '../model';
import type { Step } from '../step';
import type { HeartDeps } from './deps';

/** The method whose component a step shows; null for steps that show none. */
export function methodOf(deps: HeartDeps, step: Step | null): PaymentMethod | null {
  return step?.kind === 'pay' ? (deps.methods.get(step.method) ?? null) : null;
}

/** What is kept of an input once it is used: results are cut down to what their method allows, all else to nothing. */
export function evidenceOf(method: PaymentMethod | null, input: Input): Json {
  return input.kind === 'result' && method ? method.evidence(input.data) : null;
}
