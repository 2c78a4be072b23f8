import QRCode from 'qrcode';

/** Modules of white round the code; readers need four. */
const QUIET = 4;

/** A QR code drawn on the server, black on white in every theme, 30 mm and more on paper. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { modules } = QRCode.create(value, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const path = Array.from(modules.data, (dark, index) =>
    dark ? `M${(index % modules.size) + QUIET} ${Math.floor(index / modules.size) + QUIET}h1v1h-1z` : '',
  ).join('');
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      className="size-48 rounded-md print:size-[40mm]"
    >
      <title>{label}</title>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
