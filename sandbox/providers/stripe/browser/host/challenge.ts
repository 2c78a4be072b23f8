import type { ChallengeInit, FromChallenge } from '../messages';
import { origin } from './origin';

/** How often the intent is read while the bank's page is working, in case its answer gets lost. */
const POLL_MS = 800;
/** After the customer closed the dialog it goes away within this time, whether or not the bank has heard of it. */
const CLOSE_MS = 6_000;

/**
 * Puts the bank's page before the customer and resolves when the intent has moved on (`settled` says so), or the
 * customer has closed the dialog. What came of it is for the caller to read.
 */
export function showChallenge(url: string, settled: () => Promise<boolean>): Promise<void> {
  const dialog = document.createElement('dialog');
  const iframe = document.createElement('iframe');
  const { port1, port2 } = new MessageChannel();
  dialog.setAttribute('aria-label', '3D Secure authentication');
  // The dialog fills the window and shows nothing itself: backdrop and card are the frame's.
  Object.assign(dialog.style, {
    position: 'fixed',
    inset: '0',
    width: '100vw',
    height: '100dvh',
    maxWidth: 'none',
    maxHeight: 'none',
    margin: '0',
    padding: '0',
    border: 'none',
    background: 'transparent',
    overflow: 'hidden',
  });
  iframe.name = '__stripeJSChallengeFrame';
  iframe.title = '3D Secure challenge frame';
  iframe.src = url;
  Object.assign(iframe.style, {
    width: '100%',
    height: '100%',
    border: 'none',
    display: 'block',
    colorScheme: 'light',
  });
  dialog.append(iframe);

  return new Promise((resolve) => {
    let over = false;
    let timer: number | undefined;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      port1.close();
      dialog.close();
      dialog.remove();
      resolve();
    };
    const poll = async () => {
      if (await settled()) return end();
      if (!over) timer = window.setTimeout(poll, POLL_MS);
    };
    port1.onmessage = ({ data }: MessageEvent<FromChallenge>) => {
      if (data.type === 'done') return end();
      clearTimeout(timer);
      timer = window.setTimeout(poll, POLL_MS);
      if (data.outcome === 'close') window.setTimeout(end, CLOSE_MS);
    };
    iframe.addEventListener(
      'load',
      () => {
        const hello: ChallengeInit = { type: 'foyer-stripe-challenge' };
        iframe.contentWindow?.postMessage(hello, origin, [port2]);
        iframe.focus();
      },
      { once: true },
    );
    // Escape while the focus is outside the frame; inside, the frame's page takes it.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      iframe.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
