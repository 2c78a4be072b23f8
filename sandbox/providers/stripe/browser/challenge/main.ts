import type { FromChallenge } from '../messages';

/** The bank's page inside the shop's dialog. Without this script, or on a page of its own, its form does the same. */

type Outcome = 'pass' | 'fail' | 'close';

const shop = document.documentElement.dataset.shop;
const form = document.querySelector('form');
const note = document.getElementById('note');
const buttons = [...document.querySelectorAll('button')];

function busy(outcome: Outcome | undefined): void {
  for (const button of buttons) {
    button.disabled = outcome !== undefined;
    button.toggleAttribute('data-busy', button.value === outcome);
  }
}

async function answer(outcome: Outcome, say: (message: FromChallenge) => void): Promise<void> {
  if (!form || !note) return;
  busy(outcome);
  note.textContent = outcome === 'close' ? 'Cancelling…' : 'Telling the shop…';
  say({ type: 'answered', outcome });
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams({ outcome }) });
    if (!response.ok) throw new Error(String(response.status));
    say({ type: 'done' });
  } catch {
    note.textContent = 'We could not reach your bank. Please try again.';
    busy(undefined);
  }
}

/** Tab goes round inside the dialog, whatever the browser makes of a frame in it. */
function trap(event: KeyboardEvent): void {
  const usable = buttons.filter((button) => !button.disabled);
  const [first, last] = [usable[0], usable.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (event.key !== 'Tab' || !edge || document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

window.addEventListener('message', function first(event: MessageEvent<unknown>) {
  const [port] = event.ports;
  if (event.source !== window.parent || event.origin !== shop || !port || !form) return;
  window.removeEventListener('message', first);
  const say = (message: FromChallenge) => port.postMessage(message);
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    const { submitter } = submit;
    const value = submitter instanceof HTMLButtonElement ? submitter.value : 'fail';
    void answer(value === 'pass' || value === 'close' ? value : 'fail', say);
  });
  document.addEventListener('keydown', (key) => {
    trap(key);
    if (key.key === 'Escape' && buttons.every((button) => !button.disabled)) void answer('close', say);
  });
  document.querySelector<HTMLButtonElement>('button[value=pass]')?.focus();
});
