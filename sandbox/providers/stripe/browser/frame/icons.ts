import { CARD_ART } from '../../../../core/card-art';

/** The icon of a brand as an SVG element; decoration, since the brand is also said in words. */
export function brandIcon(id: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 32 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  svg.setAttribute('class', 'brand-icon');
  svg.dataset.brand = id;
  // Markup of this file, never of anybody else's.
  svg.innerHTML = CARD_ART[id] ?? CARD_ART.unknown ?? '';
  return svg;
}
