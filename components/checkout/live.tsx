'use client';

import { useEffect } from 'react';

/** Marks the document as alive: its scripts run, and what has to ask by itself does. */
export function Live() {
  useEffect(() => {
    document.documentElement.dataset.live = 'yes';
  }, []);
  return null;
}
