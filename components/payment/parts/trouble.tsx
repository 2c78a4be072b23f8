import { useEffect, useRef } from 'react';

/** Something wrong that is no single field's fault; takes the focus, so that it is read and seen. */
export function Trouble({ text }: { text: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text) line.current?.focus();
  }, [text]);
  return (
    <p ref={line} role="alert" tabIndex={-1} className="font-semibold text-danger empty:hidden">
      {text}
    </p>
  );
}
