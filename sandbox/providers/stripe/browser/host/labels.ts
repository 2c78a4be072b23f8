/**
 * Lets a label for the host element put the focus into its frame, which HTML only does for real inputs. Answers how
 * to stop.
 */
export function watchLabels(host: HTMLElement, focus: () => void): () => void {
  const onClick = (event: MouseEvent) => {
    const label = event.target instanceof Element ? event.target.closest('label') : null;
    if (!label || event.defaultPrevented) return;
    if ((host.id !== '' && label.htmlFor === host.id) || label.contains(host)) {
      event.preventDefault();
      focus();
    }
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}
