'use client';

import { useEffect } from 'react';

/**
 * Lets each POST form of the page go out once: a second click or Enter does nothing until the answer is here.
 * One listener for all forms, so that no button needs to be a client component.
 */
export function SubmitOnce() {
  useEffect(() => {
    function guard(event: SubmitEvent) {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
      // It answers in a tab of its own: this page would wait for ever.
      if (form.target === '_blank') return;
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = 'true';
      event.submitter?.setAttribute('aria-busy', 'true');
    }
    /** The browser brought the page back from its cache: what was sent then may be sent again now. */
    function release() {
      for (const form of document.forms) delete form.dataset.sent;
      for (const button of document.querySelectorAll('form [aria-busy]')) button.removeAttribute('aria-busy');
    }
    document.addEventListener('submit', guard);
    window.addEventListener('pageshow', release);
    return () => {
      document.removeEventListener('submit', guard);
      window.removeEventListener('pageshow', release);
    };
  }, []);
  return null;
}
