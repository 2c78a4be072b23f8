'use client';

import { useState } from 'react';

interface CopyButtonProps {
  value: string;
  label: string;
  done: string;
  /** For screen readers, when the label alone does not say what is copied. */
  description?: string;
  className?: string;
}

/** Copies a reference or a card number. Where the browser refuses, the text beside it can still be selected. */
export function CopyButton({ value, label, done, description, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setCopied(false);
    }
  }
  return (
    <button type="button" onClick={copy} className={className} data-print="no">
      <span aria-live="polite">{copied ? done : label}</span>
      {description && <span className="sr-only"> {description}</span>}
    </button>
  );
}
