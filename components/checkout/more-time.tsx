'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { laterEnd, tellEnd, useHoldUntil } from './hold-end';

interface MoreTimeProps {
  id: string;
  expiresAt: string;
  label: string;
  /** Said when the supplier gives none. */
  none: string;
}

/** More time without leaving the document, for one in which a card may be half typed. */
export function MoreTime({ id, expiresAt, label, none }: MoreTimeProps) {
  const until = useHoldUntil(expiresAt);
  const [standing, setStanding] = useState<'offered' | 'asking' | 'none'>('offered');

  async function ask() {
    setStanding('asking');
    const later = await laterEnd(id, until, 'extend');
    if (later) tellEnd(later);
    setStanding(later ? 'offered' : 'none');
  }

  if (standing === 'none') {
    return (
      <span role="status" className="ms-auto text-sm font-semibold">
        {none}
      </span>
    );
  }
  return (
    <Button
      kind="quiet"
      size="small"
      type="button"
      loading={standing === 'asking'}
      onClick={ask}
      className="ms-auto"
    >
      {label}
    </Button>
  );
}
