import type { PaymentLinkSettings } from '@/lib/payments/payment-link/types';

/** The link as a code, black on white in every theme. */
export function ScanCode({
  drawing: { width, height, path },
  label,
}: {
  drawing: PaymentLinkSettings;
  label: string;
}) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="size-52 rounded-md">
      <path fill="#fff" d={`M0 0h${width}v${height}H0z`} />
      <path fill="#000" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
