/** The bank's question. Its form works without this; here it only says that it is busy, and that once is enough. */
const form = document.querySelector('form');
const note = document.getElementById('note');

form?.addEventListener('submit', (event) => {
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  if (note) note.textContent = 'One moment…';
  if (event.submitter instanceof HTMLButtonElement) event.submitter.toggleAttribute('data-busy', true);
});
document.querySelector<HTMLInputElement>('input[name=password]')?.focus({ preventScroll: true });

export {};
