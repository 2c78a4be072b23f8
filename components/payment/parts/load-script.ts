const loads = new Map<string, Promise<void>>();

/**
 * Loads a provider's script once a page. `provides` is the name under which it leaves itself on `window`: what is there
 * already is not loaded. Rejects when it cannot be had; calling again tries again.
 */
export function loadScript(src: string, provides: string): Promise<void> {
  if (Reflect.has(window, provides)) return Promise.resolve();
  const known = loads.get(src);
  if (known) return known;
  const load = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.async = true;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      loads.delete(src);
      reject(new Error('The payment script could not be loaded.'));
    });
    document.head.append(script);
  });
  loads.set(src, load);
  return load;
}
