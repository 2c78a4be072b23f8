'use client';

import { useRef } from 'react';
import { usePicker } from './use-picker';

export interface PickerWords {
  readonly frame: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly expired: string;
  readonly reopen: string;
  readonly error: string;
  readonly taken: string;
}

interface PickerProps {
  supplier: string;
  event: string;
  handle?: string;
  words: PickerWords;
  buttonClass: string;
}

/** The supplier's own page for date and seats, in a frame that keeps its place while it loads. */
export function Picker({ supplier, event, handle, words, buttonClass }: PickerProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { opened, state, refused, open } = usePicker({ supplier, event, handle }, frame);
  const stopped = state === 'failed' || state === 'expired';
  return (
    <div
      className="relative min-h-[32rem] noscript:hidden"
      aria-busy={state === 'opening' || state === 'taken'}
    >
      {opened && !stopped && state !== 'taken' && (
        <iframe
          ref={frame}
          src={opened.url}
          title={words.frame}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          referrerPolicy="origin"
          className="block h-[32rem] w-full rounded-md bg-white"
        />
      )}
      {refused && (
        <p role="alert" className="mt-3 font-semibold text-danger">
          {words.error}
        </p>
      )}
      {state !== 'ready' && (
        <div className="absolute inset-0 grid place-items-center rounded-md border border-line bg-sunken p-6 text-center">
          <div className="space-y-4">
            <p role="status" className="text-lg font-semibold text-balance">
              {said(state, words)}
            </p>
            {stopped && (
              <button type="button" className={buttonClass} onClick={() => open()}>
                {state === 'expired' ? words.reopen : words.retry}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function said(
  state: 'opening' | 'open' | 'failed' | 'expired' | 'taken' | 'ready',
  words: PickerWords,
): string {
  if (state === 'failed' || state === 'expired' || state === 'taken') return words[state];
  return words.loading;
}
