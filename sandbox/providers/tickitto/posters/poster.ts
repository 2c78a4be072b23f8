import type { EventSpec } from '../catalogue/types';
import { stream } from '../chance';
import { escapeXml } from './canvas';
import { MOTIFS } from './motifs';

/** The shapes that Tickitto's `Image` names, in pixels. */
export const SHAPES = {
  desktop: { width: 1600, height: 900 },
  mobile: { width: 900, height: 1125 },
  thumbnail: { width: 480, height: 480 },
} as const;

/**
 * An event's picture as SVG: always the same for the same event and shape. It carries no words: shops crop pictures,
 * and set the title beside them.
 */
export function poster(event: EventSpec, shape: keyof typeof SHAPES): string {
  const { width, height } = SHAPES[shape];
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
