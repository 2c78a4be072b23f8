/** The little of a checkout that the pay page acts on after a result. */
export interface Answered {
  readonly next: { readonly action: string };
  readonly attempt?: {
    readonly id: string;
    readonly lastDecline?: string;
    readonly step?: {
      readonly kind: string;
      readonly id: string;
      readonly method?: string;
      readonly params?: unknown;
      readonly resume?: unknown;
      /** Of a step elsewhere: the hand-over page. */
      readonly href?: string;
    };
  };
}

export interface Step {
  readonly id: string;
  readonly params: unknown;
  /** What the customer came back with, where only the browser can finish. */
  readonly resume?: unknown;
}

export type After =
  /** The same method goes on in this page: after a decline, or for its next part. */
  | { readonly kind: 'stay'; readonly step: Step; readonly declined?: string }
  /** Still being looked at. */
  | { readonly kind: 'ask' }
  /** The payment goes on at somebody else's page; else the order's page knows how to go on. */
  | { readonly kind: 'leave'; readonly to?: string };

/**
 * What the pay page does about the answer to a result of step `answered`. While that step is still the attempt's own,
 * nothing has come of the result yet: showing its form again would have the customer pay again. Anything it does not know leads to the order, which always has a view.
 */
export function afterResult(view: Answered, attempt: string, method: string, answered: string): After {
  const step = view.attempt?.id === attempt ? view.attempt.step : undefined;
  if (view.next.action === 'wait') return { kind: 'ask' };
  if (step?.kind === 'redirect' && step.href) return { kind: 'leave', to: step.href };
  if (step?.kind !== 'pay' || step.method !== method) return { kind: 'leave' };
  const { id, params, resume } = step;
  if (id === answered) return { kind: 'ask' };
  return { kind: 'stay', step: { id, params, resume }, declined: view.attempt?.lastDecline };
}
