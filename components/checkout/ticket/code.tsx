import type { Symbology } from '@/lib/checkout/symbology';
import { drawCode } from '@/lib/platform/barcode';

interface CodeProps {
  symbology: Symbology;
  value: string;
  label: string;
}

/**
 * A code drawn on the server, black on white in every theme, 30 mm and more on paper. Nothing where the value cannot be such a
 * code: it stands beside it in any case.
 */
export function Code({ symbology, value, label }: CodeProps) {
  const drawing = drawCode(symbology, value);
  if (!drawing) return null;
  const { width, height, path } = drawing;
  const wide = width > 1.5 * height;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={
        wide ? 'h-auto w-80 max-w-full rounded-md print:w-[80mm]' : 'size-48 rounded-md print:size-[40mm]'
      }
    >
      <title>{label}</title>
      <path fill="#fff" d={`M0 0h${width}v${height}H0z`} />
      <path fill="#000" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
