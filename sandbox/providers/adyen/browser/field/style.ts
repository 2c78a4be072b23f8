import { ShopStyle } from '../../../../core/shop-style';
import type { Styles } from '../messages';

/** CSS properties that a shop may set on the text in its fields: Adyen's list. */
const PROPERTIES = new Set(
  'background caretColor color display font fontFamily fontFeatureSettings fontKerning fontSize fontSizeAdjust fontSmoothing fontStretch fontStyle fontVariant fontWeight letterSpacing lineHeight opacity outline padding textAlign textShadow transition wordSpacing'.split(
    ' ',
  ),
);

const SELECTORS: Readonly<Record<string, string>> = {
  base: 'input',
  error: 'input.error',
  validated: 'input.valid',
  placeholder: 'input::placeholder',
};

const PSEUDO = new Set([':hover', ':focus', ':disabled', '::placeholder']);

/** The shop's style as a sheet. */
export class FieldStyle {
  private readonly sheet = new ShopStyle(PROPERTIES);

  apply(styles: Styles = {}): void {
    this.sheet.clear();
    // In this order, so that an error's colour wins over the resting one.
    for (const [name, selector] of Object.entries(SELECTORS)) {
      const own = Object.entries(styles[name] ?? {});
      const plain = own.filter(([, value]) => typeof value !== 'object');
      this.sheet.rule(selector, Object.fromEntries(plain) as Record<string, string | number>);
      for (const [key, value] of own) {
        if (typeof value === 'object' && PSEUDO.has(key)) this.sheet.rule(`${selector}${key}`, value);
      }
    }
  }
}
