'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';
import { readPickerMessage } from './picker-messages';

interface Opened {
  readonly url: string;
  readonly origin: string;
}

export type PickerState = 'opening' | 'open' | 'ready' | 'failed' | 'expired' | 'taken';

interface Ask {
  readonly supplier: string;
  readonly event: string;
  /** Basket that the choice joins. */
  readonly handle?: string;
}

/** Opens a supplier's picker and follows what it says. Only that origin and that frame's own window are listened to. */
export function usePicker({ supplier, event, handle }: Ask, frame: RefObject<HTMLIFrameElement | null>) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [state, setState] = useState<PickerState>('opening');
  const [refused, setRefused] = useState(false);

  const open = useCallback(
    async (signal?: AbortSignal) => {
      setState('opening');
      setRefused(false);
      setOpened(null);
      const picker = await ask({ supplier, event, handle }, signal);
      if (signal?.aborted) return;
      setOpened(picker);
      setState(picker ? 'open' : 'failed');
    },
    [supplier, event, handle],
  );

  useEffect(() => {
    const gone = new AbortController();
    open(gone.signal);
    return () => gone.abort();
  }, [open]);

  useEffect(() => {
    function hear(message: MessageEvent) {
      if (message.origin !== opened?.origin || message.source !== frame.current?.contentWindow) return;
      const said = readPickerMessage(message.data);
      switch (said?.type) {
        case 'INITIALIZED':
          return setState('ready');
        case 'NEW_HEIGHT':
          return frame.current?.style.setProperty('height', `${said.height}px`);
        case 'BOOKING_ERROR':
          return setRefused(true);
        case 'SESSION_EXPIRED':
          return setState('expired');
        case 'NEW_TICKET_SELECTED':
          setState('taken');
          return window.location.assign('/basket');
      }
    }
    /** Back from the basket: the browser kept the page as it was, but that choice has been made. */
    function back(event: PageTransitionEvent) {
      if (event.persisted) open();
    }
    window.addEventListener('message', hear);
    window.addEventListener('pageshow', back);
    return () => {
      window.removeEventListener('message', hear);
      window.removeEventListener('pageshow', back);
    };
  }, [opened, frame, open]);

  return { opened, state, refused, open };
}

/** Null when the picker cannot be opened, for whatever reason. */
async function ask({ supplier, event, handle }: Ask, signal?: AbortSignal): Promise<Opened | null> {
  try {
    const response = await fetch(`/api/suppliers/${encodeURIComponent(supplier)}/pickers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event, handle }),
      signal,
    });
    if (!response.ok) return null;
    const { url, origin }: Partial<Opened> = await response.json();
    return url && origin ? { url, origin } : null;
  } catch {
    return null;
  }
}
