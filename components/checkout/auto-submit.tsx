'use client';

import { useEffect } from 'react';

interface AutoSubmitProps {
  form: string;
  /** Put in place of this page in the history, so that Back skips it. */
  order: string;
  words: string;
}

/** Sends a form by itself, once. Not when the page is shown again from the browser's cache: then the button is there. */
export function AutoSubmit({ form, order, words }: AutoSubmitProps) {
  useEffect(() => {
    const timer = setTimeout(() => {
      const element = document.getElementById(form);
      if (!(element instanceof HTMLFormElement) || element.dataset.sent) return;
      window.history.replaceState(null, '', order);
      element.requestSubmit();
    }, 600);
    /** Back from there, out of the browser's cache: the address is the order's by now, so show the order. */
    const back = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener('pageshow', back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pageshow', back);
    };
  }, [form, order]);
  return (
    <p role="status" className="text-sm text-muted">
      {words}
    </p>
  );
}
