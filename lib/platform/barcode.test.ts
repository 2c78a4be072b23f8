import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { type Drawing, drawCode } from './barcode';

/** What a path says is dark, as rows of modules without the white round them. */
function modulesOf({ width, height, path }: Drawing, quiet: number, rowHeight = 1): boolean[][] {
  const dark = [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map((match) =>
    match.slice(1).map(Number),
  );
  const rows = Math.round((height - 8) / rowHeight);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width - 2 * quiet }, (_, column) =>
      dark.some(
        ([x = 0, y = 0, run = 0]) =>
          y === 4 + row * rowHeight && column + quiet >= x && column + quiet < x + run,
      ),
    ),
  );
}

const drawn = (...args: Parameters<typeof drawCode>): Drawing => {
  const drawing = drawCode(...args);
  if (!drawing) throw new Error('It cannot be drawn');
  return drawing;
};

describe('a QR code', () => {
  it.each(['NB1|NBK-7Q2X|abc', 'é, 日本', 'https://tickets.example/?t=1&u=2'])(
    'is what another encoder makes of the same bytes: %s',
    (value) => {
      const ours = modulesOf(drawn('qr', value), 4).flat();
      const bytes = [{ data: new TextEncoder().encode(value), mode: 'byte' as const }];
      // Which pattern lies over it, and how much more it can repair than was asked for, is the encoder's choice.
      const theirs = (['M', 'Q', 'H'] as const).flatMap((errorCorrectionLevel) =>
        ([0, 1, 2, 3, 4, 5, 6, 7] as const).map((maskPattern) =>
          Array.from(QRCode.create(bytes, { errorCorrectionLevel, maskPattern }).modules.data, Boolean),
        ),
      );
      expect(theirs).toContainEqual(ours);
    },
  );
});

describe('bars', () => {
  /** From the left, `1` is dark. */
  const barsOf = (drawing: Drawing) =>
    (modulesOf(drawing, 10, drawing.height - 8)[0] ?? []).map((dark) => (dark ? '1' : '0')).join('');

  it('begin and end as each code does, in the length that its letters take', () => {
    const code128 = barsOf(drawn('code128', 'NBK7Q2X1'));
    // Start B, a character each, the check character, stop.
    expect(code128).toHaveLength(11 * (1 + 8 + 1) + 13);
    expect(code128).toMatch(/^11010010000.*1100011101011$/);
    const ean = barsOf(drawn('ean13', '9520123456788'));
    expect(ean).toHaveLength(95);
    // Guards, the 5 after a 9, and the check digit 8.
    expect(ean).toMatch(/^1010110001.{35}01010.{35}1001000101$/);
    expect(barsOf(drawn('ean8', '95200002'))).toHaveLength(67);
    expect(barsOf(drawn('code39', 'AB-12'))).toMatch(/^(1000101110111010).*\1$/);
  });

  it('have white on both sides for readers to begin with', () => {
    const { width, path } = drawn('code128', 'NBK7Q2X1');
    expect(path).toMatch(/^M10 /);
    expect(width).toBe(123 + 20);
  });
});

describe('squares', () => {
  it('of an Aztec code lie round its eye', () => {
    const rows = modulesOf(drawn('aztec', 'NB1|NBK-7Q2X|abc'), 4);
    const middle = (rows.length - 1) / 2;
    const out = (steps: number) => rows[middle]?.[middle + steps];
    expect([0, 1, 2, 3, 4].map(out)).toEqual([true, false, true, false, true]);
  });

  it('of a Data Matrix have two dark edges and two that alternate', () => {
    const rows = modulesOf(drawn('datamatrix', 'NB1|NBK-7Q2X'), 4);
    expect(rows.every(([first]) => first)).toBe(true);
    expect(rows.at(-1)?.every(Boolean)).toBe(true);
    expect(rows[0]?.map((dark, column) => dark === (column % 2 === 0)).every(Boolean)).toBe(true);
  });

  it('of a PDF417 are rows between the same two patterns, three times as high as wide', () => {
    const drawing = drawn('pdf417', 'NB1|NBK-7Q2X|abc');
    const rows = modulesOf(drawing, 4, 3).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/^11111111010101000.*111111101000101001$/);
  });
});

describe('what is no such code', () => {
  it.each([
    ['ean13', 'NBK-7Q2X'],
    ['ean13', '9520123456789'],
    ['code39', 'small letters'],
    ['itf', 'twelve'],
    ['qr', 'x'.repeat(4000)],
    ['code128', ''],
  ] as const)('is not drawn: %s', (symbology, value) => {
    expect(drawCode(symbology, value)).toBeNull();
  });
});
