import { stream } from '../core/chance';
import { escapeXml } from './canvas';
import { MOTIFS } from './motifs';
import type { Poster } from './types';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * An event's picture as SVG: always the same for the same event and shape. It carries no words: shops crop pictures,
 * and set the title beside them. `shape` is the provider's name for the size.
 */
export function poster(
  event: { readonly id: string; readonly title: string; readonly poster: Poster },
  shape: string,
  { width, height }: Size,
): string {
  const { colours, motif } = event.poster;
  const [back] = colours;
  const art = MOTIFS[motif]({ width, height, colours, random: stream(`${event.id}/${shape}`) });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(event.title)}">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0.3" y2="1"><stop offset="0" stop-color="${colours[1]}"/><stop offset="0.75" stop-color="${back}"/></linearGradient>
<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="4"/><feColorMatrix values="0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 0.5 0"/></filter>
<clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath>
</defs>
<g clip-path="url(#frame)">
<rect width="${width}" height="${height}" fill="url(#sky)"/>
${art}
<rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.14"/>
</g>
</svg>`;
}
