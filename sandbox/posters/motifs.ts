import { type Canvas, n, times } from './canvas';
import { blocks, lanterns, leaves, skyline } from './places';
import type { Motif } from './types';

type Draw = (canvas: Canvas) => string;

/** Rays from a lamp, and the lamp. */
const beams: Draw = ({ width, height, colours: [, mid, light], random }) => {
  const x = width * 0.68;
  const y = height * 0.34;
  const far = width + height;
  const rays = times(13, (index) => {
    const angle = (index / 13) * Math.PI * 2 + random() * 0.12;
    const half = 0.06 + random() * 0.09;
    const point = (turn: number) => `${n(x + Math.cos(turn) * far)},${n(y + Math.sin(turn) * far)}`;
    const tint = index % 2 === 0 ? light : mid;
    return `<polygon points="${n(x)},${n(y)} ${point(angle - half)} ${point(angle + half)}" fill="${tint}" opacity="${n(0.2 + random() * 0.4)}"/>`;
  });
  const lens = times(5, (index) => {
    const radius = height * (0.2 - index * 0.034);
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${light}" opacity="${n(0.2 + index * 0.2)}"/>`;
  });
  return rays + lens;
};

/** A corridor of arches, each one nearer to the light. */
const arches: Draw = ({ width, height, colours: [dark, mid, light] }) => {
  const x = width * 0.66;
  const arch = (scale: number, fill: string) => {
    const half = width * 0.3 * scale;
    const spring = height * (0.62 - 0.34 * scale);
    const foot = height * (0.72 + 0.35 * scale);
    return `<path d="M${n(x - half)} ${n(foot)}V${n(spring + half)}A${n(half)} ${n(half)} 0 0 1 ${n(x + half)} ${n(spring + half)}V${n(foot)}Z" fill="${fill}"/>`;
  };
  return `${arch(1.35, mid)}${arch(1.08, dark)}${arch(0.86, mid)}${arch(0.66, dark)}${arch(0.48, light)}<circle cx="${n(x)}" cy="${n(height * 0.58)}" r="${n(height * 0.06)}" fill="${dark}"/>`;
};

/** A football ground from above the corner. */
const pitch: Draw = ({ width, height, colours: [, mid, light] }) => {
  const stripes = times(9, (index) => {
    if (index % 2 === 1) return '';
    const left = (index / 9) * width * 1.3 - width * 0.15;
    return `<rect x="${n(left)}" y="${n(-height)}" width="${n(width * 0.145)}" height="${n(height * 3)}" fill="${mid}" opacity="0.7"/>`;
  });
  const line = `fill="none" stroke="${light}" stroke-width="${n(height * 0.011)}"`;
  const x = width * 0.62;
  const y = height * 0.36;
  const marks = `<circle cx="${n(x)}" cy="${n(y)}" r="${n(height * 0.3)}" ${line}/><path d="M${n(x)} ${n(-height)}V${n(height * 2)}" ${line}/><circle cx="${n(x)}" cy="${n(y)}" r="${n(height * 0.045)}" fill="${light}"/>`;
  return `<g transform="rotate(-18 ${n(width / 2)} ${n(height / 2)})">${stripes}${marks}</g>`;
};

/** Water in layers under a low sun. */
const waves: Draw = ({ width, height, colours: [dark, mid, light], random }) => {
  const sun = `<circle cx="${n(width * 0.7)}" cy="${n(height * 0.38)}" r="${n(height * 0.19)}" fill="${light}"/>`;
  const layers = times(6, (index) => {
    const top = height * (0.4 + index * 0.1);
    const swell = height * (0.02 + index * 0.008);
    const step = width / 4;
    const shift = random() * step;
    const curve = times(6, (part) => {
      const x = (part + 1) * step - shift;
      return `Q${n(x - step / 2)} ${n(top + (part % 2 === 0 ? -swell : swell) * 2)} ${n(x)} ${n(top)}`;
    });
    const fill = index % 2 === 0 ? mid : dark;
    return `<path d="M${n(-shift)} ${n(top)}${curve}V${n(height)}H${n(-shift)}Z" fill="${fill}" opacity="${n(0.5 + index * 0.08)}"/>`;
  });
  return sun + layers;
};

/** Circles that widen from one point, like sound. */
const rings: Draw = ({ width, height, colours: [dark, mid, light], random }) => {
  const x = width * (0.62 + random() * 0.1);
  const y = height * 0.36;
  const circles = times(9, (index) => {
    const fill = [mid, dark, light][index % 3];
    const drift = (random() - 0.5) * height * 0.04;
    const radius = height * (0.74 - index * 0.08);
    return `<circle cx="${n(x + drift)}" cy="${n(y + drift)}" r="${n(radius)}" fill="${fill}" opacity="${index % 3 === 2 ? 0.9 : 0.75}"/>`;
  });
  return circles;
};

/** What each motif draws. */
export const MOTIFS: Readonly<Record<Motif, Draw>> = {
  beams,
  arches,
  pitch,
  waves,
  rings,
  skyline,
  leaves,
  lanterns,
  blocks,
};
