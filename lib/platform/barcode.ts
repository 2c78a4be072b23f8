import 'server-only';
import bwip from '@bwip-js/node';
import type { Symbology } from '../checkout/symbology';

/** As the library names them. */
const NAMES: Readonly<Record<Symbology, string>> = {
  qr: 'qrcode',
  aztec: 'azteccode',
  datamatrix: 'datamatrix',
  pdf417: 'pdf417',
  code128: 'code128',
  code93: 'code93',
  code39: 'code39',
  ean13: 'ean13',
  ean8: 'ean8',
  upca: 'upca',
  itf: 'interleaved2of5',
};

/** Without its check characters no reader takes a Code 93. */
const OPTIONS: Readonly<Partial<Record<Symbology, string>>> = { qr: 'eclevel=M', code93: 'includecheck' };

/** White that readers need round a code, in modules: bars want more of it than squares. */
const QUIET = { squares: 4, bars: 10 } as const;
/** Bars are this high for their length, and never lower than a reader that is held askew can bear. */
const BARS = { share: 0.35, least: 50 } as const;

/** A code to draw, in modules: its size with the white round it, and an SVG path of what is dark. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

/** Draws the raw value of a ticket's code; null where it cannot be one, such as letters in an EAN. */
export function drawCode(symbology: Symbology, value: string): Drawing | null {
  const symbol = encoded(symbology, value);
  if (!symbol) return null;
  return 'sbs' in symbol ? bars(symbol.sbs) : squares(symbol);
}

function encoded(symbology: Symbology, value: string) {
  if (value === '') return null;
  try {
    const [symbol] = bwip.raw(NAMES[symbology], value, OPTIONS[symbology] ?? '');
    return symbol ?? null;
  } catch {
    // Too long, or not of its letters. The value itself is on the ticket in any case.
    return null;
  }
}

/** Widths of bars and spaces, by turns. */
function bars(widths: readonly number[]): Drawing {
  const length = widths.reduce((sum, width) => sum + width, 0);
  const high = Math.max(BARS.least, Math.round(length * BARS.share));
  let x: number = QUIET.bars;
  const path = widths.map((width, index) => {
    const from = x;
    x += width;
    return index % 2 === 0 ? rectangle(from, QUIET.squares, width, high) : '';
  });
  return { width: length + 2 * QUIET.bars, height: high + 2 * QUIET.squares, path: path.join('') };
}

/** Rows of dark and light cells; those of a PDF417 are higher than wide. */
function squares({ pixs, pixx, pixy }: { pixs: readonly number[]; pixx: number; pixy: number }): Drawing {
  const rows = pixs.length / pixx;
  const high = pixy / rows;
  const path: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < pixx; from += 1) {
      let run = 0;
      while (from + run < pixx && pixs[row * pixx + from + run] === 1) run += 1;
      if (run > 0) path.push(rectangle(from + QUIET.squares, row * high + QUIET.squares, run, high));
      from += run;
    }
  }
  return { width: pixx + 2 * QUIET.squares, height: pixy + 2 * QUIET.squares, path: path.join('') };
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}
