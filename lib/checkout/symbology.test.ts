import { expect, it } from 'vitest';
import { codeKind, symbologyOf } from './symbology';

it.each([
  ['QRCODE', 'qr'],
  ['QR_CODE', 'qr'],
  ['qr_code', 'qr'],
  ['AZTECCODE', 'aztec'],
  ['aztec_small', 'aztec'],
  ['AZTEC', 'aztec'],
  ['CODE128', 'code128'],
  ['CODE_128', 'code128'],
  ['PDF417', 'pdf417'],
  ['DATA_MATRIX', 'datamatrix'],
  ['EAN-13', 'ean13'],
  ['EAN8', 'ean8'],
  ['MaxiCode', null],
  ['', null],
])('%s is %s', (name, symbology) => {
  expect(symbologyOf(name)).toBe(symbology);
});

it('is shown as it is where nobody can draw it', () => {
  expect(codeKind(symbologyOf('QRCODE'))).toEqual({ kind: 'qr' });
  expect(codeKind(symbologyOf('AZTECCODE'))).toEqual({ kind: 'barcode', symbology: 'aztec' });
  expect(codeKind(symbologyOf('MOON'))).toEqual({ kind: 'barcode' });
});
