import type { CallContext, CallRecord } from '@/lib/checkout/supplier';
import { type Breaker, type BreakerOptions, createBreaker } from './breaker';
import { bodyOf, headersOf } from './headers';
import { once } from './once';
import { mayRepeat, pauseBefore, TRIES } from './repeat';
import { traceparent } from './trace';
import type { HttpAnswer, HttpCall, HttpClient, HttpClientOptions } from './types';
import { addressOf } from './url';

/** For the whole call with its retries, unless the call says otherwise. */
const DEADLINE_MS = 15_000;

export interface HttpDeps {
  /** The server's clock, milliseconds. */
  readonly now: () => number;
  /** Told of each try, for metrics. */
  readonly onTry?: (label: { system: string; name: string; outcome: string }, ms: number) => void;
  readonly breaker?: BreakerOptions;
  /** From 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/** Makes clients for outside systems. Clients of the same system share its breaker. */
export function createHttp(deps: HttpDeps): (options: HttpClientOptions) => HttpClient {
  const breakers = new Map<string, Breaker>();
  return (options) => {
    const breaker = breakers.get(options.system) ?? createBreaker(deps.breaker ?? { after: 6, restMs: 5000 });
    breakers.set(options.system, breaker);
    return { call: (ctx, call) => callWithin(ctx, call, { deps, options, breaker }) };
  };
}

interface Setting {
  readonly deps: HttpDeps;
  readonly options: HttpClientOptions;
  readonly breaker: Breaker;
}

/** Tries until there is an answer, the retry table says stop, or the deadline leaves no room for another. */
async function callWithin(ctx: CallContext, call: HttpCall, setting: Setting): Promise<HttpAnswer> {
  const { deps } = setting;
  const url = addressOf(setting.options.baseUrl, call);
  // The deadline runs by a clock that nobody sets; `now` may be a test's.
  const end = performance.now() + (call.deadlineMs ?? DEADLINE_MS);
  let reached = false;
  for (let number = 1; ; number += 1) {
    const answer = await oneTry(ctx, call, url, end - performance.now(), setting);
    if (number < TRIES && mayRepeat(call, answer)) {
      const pause = pauseBefore(number + 1, answer, deps.now(), deps.random ?? Math.random);
      if (performance.now() + pause < end) {
        reached ||= answer.kind !== 'unsent';
        await new Promise((wake) => setTimeout(wake, pause));
        continue;
      }
    }
    // `unsent` is a proof, and an earlier try that may have arrived takes it away.
    return answer.kind === 'unsent' && reached ? { kind: 'lost', why: answer.why } : answer;
  }
}

async function oneTry(
  ctx: CallContext,
  call: HttpCall,
  url: URL,
  ms: number,
  { deps, options, breaker }: Setting,
): Promise<HttpAnswer> {
  const at = deps.now();
  const began = performance.now();
  const init = {
    method: call.method,
    headers: headersOf(options, call, traceparent(ctx.traceId)),
    body: bodyOf(call),
  };
  const answer = await breaker.run(() => once(url, init, call.kind, Math.max(1, ms)));
  const record: CallRecord = {
    name: call.name,
    method: call.method,
    path: url.pathname,
    status: answer.kind === 'answered' ? answer.status : null,
    outcome: outcomeOf(answer),
    ms: Math.round(performance.now() - began),
    at,
  };
  ctx.record(record);
  deps.onTry?.({ system: options.system, name: call.name, outcome: record.outcome }, record.ms);
  return answer;
}

/** `refused`: the supplier understood and said no (4xx). */
function outcomeOf(answer: HttpAnswer): CallRecord['outcome'] {
  if (answer.kind !== 'answered') return answer.kind;
  return answer.status >= 400 && answer.status < 500 ? 'refused' : 'answered';
}
