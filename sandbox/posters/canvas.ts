/** What a motif draws on: a size in units, three colours from back to front, and chance that repeats. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly [string, string, string];
  readonly random: () => number;
}

/** A number for SVG, one decimal. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Text for SVG. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

/** Several pieces from one rule. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}
