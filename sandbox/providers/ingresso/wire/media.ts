import type { EventSpec } from '../catalogue/types';
import type { Voice } from './voice';

/** Pictures by the platform's names, with their documented sizes in pixels. */
export const PICTURES = {
  triplet_one: { width: 520, height: 390 },
  triplet_two: { width: 520, height: 390 },
  triplet_three: { width: 520, height: 390 },
  square: { width: 140, height: 140 },
  landscape: { width: 220, height: 115 },
  marquee: { width: 700, height: 300 },
} as const;

/** With `req_media_…`: the pictures that were asked for and exist. */
export function mediaOf({ params, desk }: Voice, event: EventSpec): Record<string, unknown> | undefined {
  const wanted = Object.entries(PICTURES).filter(([name]) => params.flag(`req_media_${name}`));
  if (wanted.length === 0) return undefined;
  const { host } = new URL(desk.origin);
  const assets = wanted.map(([name, { width, height }]) => {
    const path = `/media/${event.id}/${name}.svg`;
    return {
      caption: event.title,
      caption_html: '',
      height,
      host,
      // The sandbox has no certificate, so its secure address is the same as the other one.
      insecure_complete_url: `${desk.origin}${path}`,
      name,
      path,
      secure_complete_url: `${desk.origin}${path}`,
      supports_http: true,
      supports_https: false,
      width,
    };
  });
  return { media_asset: assets };
}
