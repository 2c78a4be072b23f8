/** Card icons, drawn for this sandbox on a 32 by 20 grid. Presentation attributes only: no page's CSP allows styles. */
export const CARD_ART: Readonly<Record<string, string>> = {
  unknown:
    '<rect x=".75" y=".75" width="30.5" height="18.5" rx="3" fill="none" stroke="currentColor" stroke-width="1.5" opacity=".65"/><rect x=".75" y="4.5" width="30.5" height="3.5" fill="currentColor" opacity=".65"/><rect x="4" y="12.5" width="7" height="2" rx="1" fill="currentColor" opacity=".65"/>',
  visa: '<rect width="32" height="20" rx="3" fill="#1a1f71"/><path d="M13.6 6.2 12.3 14h2.1l1.3-7.8zm-1.9 0L9.7 11.5l-.9-4.4c-.1-.6-.5-.9-1.1-.9H4.5l-.1.3c.9.2 1.7.5 2.3.9L8.5 14h2.1l3.2-7.8zm16 7.8h1.9l-1.7-7.8h-1.5c-.5 0-.9.3-1 .7L22.2 14h2.2l.4-1.2h2.7zm-2.3-2.8 1.1-3 .6 3zm-3.2-3.1.3-1.7s-.9-.3-1.9-.3c-1.1 0-3.5.5-3.5 2.7 0 2.1 2.9 2.1 2.9 3.2s-2.6.9-3.5.2l-.3 1.7s.9.4 2.4.4c1.4 0 3.6-.7 3.6-2.8 0-2.1-2.9-2.3-2.9-3.2.1-.9 2.1-.8 2.9-.2" fill="#fff"/>',
  mastercard:
    '<rect width="32" height="20" rx="3" fill="#252525"/><circle cx="12.8" cy="10" r="5.8" fill="#eb001b"/><circle cx="19.2" cy="10" r="5.8" fill="#f79e1b"/><path d="M16 5.16a5.8 5.8 0 0 1 0 9.68 5.8 5.8 0 0 1 0-9.68" fill="#ff5f00"/>',
  amex: '<rect width="32" height="20" rx="3" fill="#016fd0"/><g fill="none" stroke="#fff" stroke-width="1.35" stroke-linejoin="round"><path d="M3.6 13.2 6.2 7l2.6 6.2M4.5 11.3h3.4"/><path d="M10.6 13.2V7l2.7 3.7L16 7v6.2"/><path d="M22 7h-3.8v6.2H22m-3.8-3.1h3.4"/><path d="m23.7 7 4.7 6.2m0-6.2-4.7 6.2"/></g>',
  discover:
    '<rect width="32" height="20" rx="3" fill="#fff"/><path d="M32 11.5V17a3 3 0 0 1-3 3H10c9 0 17-3 22-8.5" fill="#f58220"/><rect x=".4" y=".4" width="31.2" height="19.2" rx="2.7" fill="none" stroke="#d0d5dd" stroke-width=".8"/><circle cx="16" cy="9" r="3.6" fill="#f58220"/><path d="M5 5.6h2.6a3.4 3.4 0 0 1 0 6.8H5zm18 0h4M23 9h3.5M23 12.4h4M23 5.6v6.8" fill="none" stroke="#231f20" stroke-width="1.3"/>',
  diners:
    '<rect width="32" height="20" rx="3" fill="#0079be"/><circle cx="16" cy="10" r="6.5" fill="#fff"/><path d="M14 6.2a4.2 4.2 0 0 0 0 7.6zm4 0v7.6a4.2 4.2 0 0 0 0-7.6" fill="#0079be"/>',
  jcb: '<rect width="32" height="20" rx="3" fill="#fff"/><rect x=".4" y=".4" width="31.2" height="19.2" rx="2.7" fill="none" stroke="#d0d5dd" stroke-width=".8"/><rect x="6" y="3.5" width="6" height="13" rx="2" fill="#0e4c96"/><rect x="13" y="3.5" width="6" height="13" rx="2" fill="#d7182a"/><rect x="20" y="3.5" width="6" height="13" rx="2" fill="#00984a"/>',
  unionpay:
    '<rect width="32" height="20" rx="3" fill="#fff"/><path d="M3 0h8.5L8.5 20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3" fill="#d7182a"/><path d="M11.5 0h9.5l-3 20H8.5z" fill="#00447c"/><path d="M21 0h8a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H18z" fill="#007b84"/>',
};
