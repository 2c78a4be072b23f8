/** Codes that we can draw, by the names that we have for them. */
export const SYMBOLOGIES = [
  'qr',
  'aztec',
  'datamatrix',
  'pdf417',
  'code128',
  'code93',
  'code39',
  'ean13',
  'ean8',
  'upca',
  'itf',
] as const;

export type Symbology = (typeof SYMBOLOGIES)[number];

/** Other names for them, in capitals and without anything between the letters. */
const ALIASES: Readonly<Record<string, Symbology>> = {
  QRCODE: 'qr',
  AZTECCODE: 'aztec',
  AZTECSMALL: 'aztec',
  DATAMATRIXCODE: 'datamatrix',
  EAN: 'ean13',
  UPC: 'upca',
  INTERLEAVED2OF5: 'itf',
};

/** What a supplier means by the name of a code (`QR_CODE`, `AZTECCODE`, `code128`); null where nobody here can draw it. */
export function symbologyOf(name: string): Symbology | null {
  const plain = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return ALIASES[plain] ?? SYMBOLOGIES.find((one) => one.toUpperCase() === plain) ?? null;
}

/** How a voucher carries a code: a QR code has a kind of its own, and one that nobody can draw is shown as it is. */
export function codeKind(
  symbology: Symbology | null,
): { readonly kind: 'qr' } | { readonly kind: 'barcode'; readonly symbology?: Symbology } {
  if (symbology === 'qr') return { kind: 'qr' };
  return symbology ? { kind: 'barcode', symbology } : { kind: 'barcode' };
}
