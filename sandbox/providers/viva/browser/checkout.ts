import { caretFor, formatExpiry, inGroups, onlyDigits } from '../../../core/typing';

/** Digits in groups while they are typed, and one press that counts once. Without this the page works all the same. */

const AMEX = [4, 6, 5];
const FOURS = [4, 4, 4, 4, 3];

function tidy(input: HTMLInputElement, format: (text: string, deleting: boolean) => string): void {
  input.addEventListener('input', (event) => {
    const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
    const before = input.value;
    const caret = input.selectionStart ?? before.length;
    const after = format(before, deleting);
    if (after === before) return;
    input.value = after;
    const place = caretFor(before, caret, after);
    input.setSelectionRange(place, place);
  });
}

const byId = (id: string) => {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : null;
};

const number = byId('number');
if (number)
  tidy(number, (text) => {
    const digits = onlyDigits(text);
    return inGroups(digits, /^3[47]/.test(digits) ? AMEX : FOURS);
  });
const expiry = byId('expiry');
if (expiry) tidy(expiry, (text, deleting) => formatExpiry(text, deleting, '/'));
const cvv = byId('cvv');
if (cvv) tidy(cvv, (text) => onlyDigits(text).slice(0, 4));

for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', (event) => {
    if (document.body.dataset.sent) return event.preventDefault();
    document.body.dataset.sent = 'yes';
    if (event.submitter instanceof HTMLButtonElement) event.submitter.toggleAttribute('data-busy', true);
  });
// Back from the next page by the browser's own button: the form may be sent again.
window.addEventListener('pageshow', () => {
  delete document.body.dataset.sent;
  for (const button of document.querySelectorAll('button')) button.removeAttribute('data-busy');
});
