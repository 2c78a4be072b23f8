import { type Canvas, n, times } from './canvas';

/** Towers before an evening sky. */
export function skyline({ width, height, colours: [dark, mid, light], random }: Canvas): string {
  const sun = `<circle cx="${n(width * 0.66)}" cy="${n(height * 0.42)}" r="${n(height * 0.26)}" fill="${light}"/>`;
  const row = (fill: string, base: number, spread: number, windows: boolean) => {
    let x = -width * 0.02;
    let towers = '';
    while (x < width) {
      const wide = width * (0.035 + random() * 0.05);
      const top = height * (base - random() * spread);
      towers += `<rect x="${n(x)}" y="${n(top)}" width="${n(wide)}" height="${n(height)}" fill="${fill}"/>`;
      if (windows && random() > 0.35) {
        towers += times(5, (index) => {
          const side = width * 0.007;
          const left = x + wide * (0.2 + 0.5 * random());
          return `<rect x="${n(left)}" y="${n(top + (index + 1) * height * 0.045)}" width="${n(side)}" height="${n(side * 1.5)}" fill="${light}" opacity="0.85"/>`;
        });
      }
      x += wide * (1.02 + random() * 0.3);
    }
    return towers;
  };
  return sun + row(mid, 0.56, 0.28, false) + row(dark, 0.68, 0.34, true);
}

/** Leaves that fall from the upper right. */
export function leaves({ width, height, colours: [, mid, light], random }: Canvas): string {
  return times(46, (index) => {
    const size = height * (0.06 + random() * 0.16);
    const x = width * (0.25 + random() * 0.8);
    const y = height * (random() * 0.85 - 0.05);
    const fill = index % 3 === 0 ? light : mid;
    const blade = `M0 0C${n(size * 0.5)} ${n(-size * 0.45)} ${n(size)} ${n(-size * 0.3)} ${n(size * 1.4)} 0C${n(size)} ${n(size * 0.3)} ${n(size * 0.5)} ${n(size * 0.45)} 0 0Z`;
    return `<path d="${blade}" transform="translate(${n(x)} ${n(y)}) rotate(${n(random() * 360)})" fill="${fill}" opacity="${n(0.25 + random() * 0.6)}"/>`;
  });
}

/** Paper lanterns over water, large ones in front. */
export function lanterns({ width, height, colours: [, mid, light], random }: Canvas): string {
  const water = `<rect y="${n(height * 0.66)}" width="${n(width)}" height="${n(height)}" fill="${mid}" opacity="0.55"/>`;
  const hung = times(17, (index) => {
    const size = height * (0.03 + (index / 17) * 0.085);
    const x = width * (0.08 + random() * 0.88);
    const y = height * (0.1 + random() * 0.46);
    const glow = `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * 2.1)}" fill="${light}" opacity="0.13"/>`;
    const body = `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(size * 0.82)}" ry="${n(size)}" fill="${light}" opacity="${n(0.6 + index * 0.022)}"/>`;
    const cord = `<path d="M${n(x)} 0V${n(y - size)}" stroke="${light}" stroke-width="1.5" opacity="0.35"/>`;
    const mirrored = `<ellipse cx="${n(x)}" cy="${n(height * 1.3 - y * 0.9)}" rx="${n(size * 0.7)}" ry="${n(size * 0.28)}" fill="${light}" opacity="0.25"/>`;
    return cord + glow + body + mirrored;
  });
  return water + hung;
}

/** A grid of squares, quarters and discs. */
export function blocks({ width, height, colours: [light, mid, dark], random }: Canvas): string {
  const side = height / 5;
  const columns = Math.ceil((width * 0.62) / side);
  return times(columns * 5, (index) => {
    const x = width - (1 + (index % columns)) * side;
    const y = Math.floor(index / columns) * side;
    const [front, back] = random() > 0.5 ? [mid, dark] : [dark, mid];
    const kind = Math.floor(random() * 5);
    const ground = `<rect x="${n(x)}" y="${n(y)}" width="${n(side + 0.5)}" height="${n(side + 0.5)}" fill="${kind === 4 ? light : back}"/>`;
    const turn = 90 * Math.floor(random() * 4);
    const at = `transform="rotate(${turn} ${n(x + side / 2)} ${n(y + side / 2)})"`;
    const shapes = [
      `<path d="M${n(x)} ${n(y)}h${n(side)}a${n(side)} ${n(side)} 0 0 1 ${n(-side)} ${n(side)}z" fill="${light}" ${at}/>`,
      `<circle cx="${n(x + side / 2)}" cy="${n(y + side / 2)}" r="${n(side * 0.34)}" fill="${front}"/>`,
      `<path d="M${n(x)} ${n(y)}h${n(side)}l${n(-side)} ${n(side)}z" fill="${front}" ${at}/>`,
      `<path d="M${n(x)} ${n(y + side / 2)}a${n(side / 2)} ${n(side / 2)} 0 0 1 ${n(side)} 0z" fill="${light}" ${at}/>`,
      '',
    ];
    return ground + (shapes[kind] ?? '');
  });
}
