/**
 * Talks to the shop's page around this frame. Messages go to the shop's origin and to nobody else; opened by itself,
 * the page talks to nobody.
 */
export function post(type, messageData = {}) {
  const origin = document.body.dataset.parentOrigin;
  if (window.parent === window || !origin) return;
  window.parent.postMessage({ type, messageData }, origin);
}

/** Tells the shop how tall this page is, now and whenever that changes. */
export function reportHeight() {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    post('NEW_HEIGHT', { height });
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
