import { CARD_ART } from '../../../core/card-art';

const MAESTRO =
  '<rect width="32" height="20" rx="3" fill="#252525"/><circle cx="12.8" cy="10" r="5.8" fill="#eb001b"/><circle cx="19.2" cy="10" r="5.8" fill="#00a2e5"/><path d="M16 5.16a5.8 5.8 0 0 1 0 9.68 5.8 5.8 0 0 1 0-9.68" fill="#7375cf"/>';

/** Adyen's names for schemes whose pictures go by another here. */
const LOGOS: Readonly<Record<string, string | undefined>> = {
  ...CARD_ART,
  mc: CARD_ART.mastercard,
  cup: CARD_ART.unionpay,
  maestro: MAESTRO,
};

const line = (path: string, colour = '#00112c') =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;

const disc = (colour: string, path: string) =>
  `<circle cx="8" cy="8" r="8" fill="${colour}"/>${line(path, '#fff')}`;

/** Small pictures of the library's, by its names, drawn for this sandbox on a grid of 16 by 16. */
const PARTS: Readonly<Record<string, string>> = {
  bento_lock: line('M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5', '#fff'),
  bento_lock_black: line('M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'),
  checkmark: line('m3.5 8.5 3 3 6-7'),
  bento_checkmark_black: line('m3.5 8.5 3 3 6-7'),
  bento_warning: disc('#e22d2d', 'M8 4v5m0 2.6v.1'),
  field_error: disc('#e22d2d', 'M8 4v5m0 2.6v.1'),
  success: disc('#0abf53', 'm4.5 8.4 2.3 2.3 4.7-5.2'),
  error: disc('#e22d2d', 'm5.3 5.3 5.4 5.4m0-5.4-5.4 5.4'),
};

const svg = (width: number, height: number, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" color="#667085">${content}</svg>`;

/** A scheme's picture; an empty card where it is not known. */
export function logo(name: string): string {
  return svg(32, 20, LOGOS[name] ?? CARD_ART.unknown ?? '');
}

const CARD_FRAME =
  '<rect x=".6" y=".6" width="26.8" height="16.8" rx="2.4" fill="#fff" stroke="#8d95a3" stroke-width="1.2"/>';

/** Pictures that show where on a card something stands. */
const HINTS: Readonly<Record<string, string>> = {
  expiry_date_hint: `${CARD_FRAME}<path d="M4 6h7M4 13h4" stroke="#c9cdd3" stroke-width="1.6"/><rect x="14" y="10.5" width="10" height="5" rx="1" fill="none" stroke="#e22d2d" stroke-width="1.3"/>`,
};

/** One of the library's small pictures; nothing to see where it is not known. */
export function part(name: string): string {
  const hint = HINTS[name];
  return hint ? svg(28, 18, hint) : svg(16, 16, PARTS[name] ?? '');
}
