import { ShopStyle } from '../../../../core/shop-style';
import type { StyleOptions, StyleVariant } from '../messages';

/** CSS properties that a shop may set on the text in its fields: Stripe's list. */
const PROPERTIES = new Set([
  'backgroundColor',
  'color',
  'fontFamily',
  'fontSize',
  'fontSmoothing',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'iconColor',
  'lineHeight',
  'letterSpacing',
  'textAlign',
  'padding',
  'textDecoration',
  'textShadow',
  'textTransform',
]);

const PSEUDO = new Set([
  ':hover',
  ':focus',
  '::placeholder',
  '::selection',
  ':-webkit-autofill',
  ':disabled',
]);

const VARIANTS = [
  ['base', ''],
  ['complete', '.is-complete'],
  ['empty', '.is-empty'],
  ['invalid', '.is-invalid'],
] as const;

/** The shop's style as a sheet. */
export class FieldStyle {
  private readonly sheet = new ShopStyle(PROPERTIES);

  apply(style: StyleOptions = {}): void {
    this.sheet.clear();
    const { fontSize, fontFamily } = style.base ?? {};
    // On the line as a whole too: its widths are in em.
    this.sheet.rule('#root', {
      ...(typeof fontSize === 'string' ? { fontSize } : {}),
      ...(typeof fontFamily === 'string' ? { fontFamily } : {}),
    });
    for (const [name, suffix] of VARIANTS) {
      const variant = style[name];
      if (variant) this.variant(`.field${suffix}`, variant);
    }
  }

  private variant(selector: string, variant: StyleVariant): void {
    for (const [key, value] of Object.entries(variant)) {
      if (typeof value === 'object') {
        if (PSEUDO.has(key)) this.sheet.rule(`${selector} input${key}`, value);
      } else if (key === 'iconColor') {
        this.sheet.rule(`${selector} .brand-icon`, { color: value });
      }
    }
    const own = Object.entries(variant).filter(
      ([key, value]) => typeof value !== 'object' && key !== 'iconColor',
    );
    this.sheet.rule(`${selector} input`, Object.fromEntries(own) as Record<string, string | number>);
  }
}
