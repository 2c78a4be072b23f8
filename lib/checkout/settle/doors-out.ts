import { asCollected, type Collector } from '../collector';
import type { Step } from '../step';
import type { StepResult, Supplier } from '../supplier';
import type { HeartDeps } from './deps';

/**
 * The same parts, with no redirect in their answers that the configuration does not allow, whoever asked for it. Collectors
 * see their own notes of an attempt.
 */
export function withGuardedDoors(deps: HeartDeps): HeartDeps {
  const suppliers = new Map([...deps.suppliers].map(([id, supplier]) => [id, guardSupplier(deps, supplier)]));
  const collectors = new Map([...deps.collectors].map(([id, one]) => [id, guardCollector(deps, one)]));
  return { ...deps, suppliers, collectors };
}

function guardSupplier(deps: HeartDeps, supplier: Supplier): Supplier {
  const { advance, book } = supplier;
  const checked = async (answer: Promise<StepResult>): Promise<StepResult> => {
    const result = await answer;
    return { ...result, step: guarded(deps, result.step) };
  };
  return {
    ...supplier,
    start: (...args) => checked(supplier.start(...args)),
    advance: advance && ((...args) => checked(advance(...args))),
    book: book && ((...args) => checked(book(...args))),
    check: (...args) => checked(supplier.check(...args)),
  };
}

function guardCollector(deps: HeartDeps, collector: Collector): Collector {
  const checked = async (answer: ReturnType<Collector['collect']>): ReturnType<Collector['collect']> => {
    const word = await answer;
    if (word.kind !== 'ask' || isOpen(deps, word.step)) return word;
    return { kind: 'declined', code: 'payment_method_unavailable', memo: word.memo };
  };
  return {
    ...collector,
    collect: (ctx, checkout, attempt) => checked(collector.collect(ctx, checkout, asCollected(attempt))),
    check: (ctx, checkout, attempt) => checked(collector.check(ctx, checkout, asCollected(attempt))),
  };
}

/** A payment whose page nobody may be sent to is closed, so that nothing can be taken through it: `advance` without input. */
function guarded(deps: HeartDeps, step: Step): Step {
  return isOpen(deps, step) ? step : { kind: 'wait', retryAfterMs: 0, why: 'abandoned', again: 'advance' };
}

function isOpen(deps: HeartDeps, step: Step): boolean {
  if (step.kind !== 'redirect' || deps.allowedRedirect(step.url)) return true;
  const host = URL.canParse(step.url) ? new URL(step.url).host : 'none';
  deps.log('redirect.refused', { host });
  return false;
}
