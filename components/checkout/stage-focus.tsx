'use client';

import { useEffect, useRef } from 'react';

/** When the view changes under a person's hands, moves focus to its heading, once. Not on first load. */
export function StageFocus({ stage, target }: { stage: string; target: string }) {
  const shown = useRef(stage);
  useEffect(() => {
    if (shown.current === stage) return;
    shown.current = stage;
    document.getElementById(target)?.focus();
  }, [stage, target]);
  return null;
}
