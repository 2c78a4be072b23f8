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

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The shop's style as a sheet. It is built through the CSSOM, so no text of the shop's is ever parsed as a rule. */
export class FieldStyle {
  private readonly sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  apply(style: StyleOptions = {}): void {
    while (this.sheet.cssRules.length > 0) this.sheet.deleteRule(0);
    const { fontSize, fontFamily } = style.base ?? {};
    // On the line as a whole too: its widths are in em.
    this.rule('#root', {
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
        if (PSEUDO.has(key)) this.rule(`${selector} input${key}`, value);
      } else if (key === 'iconColor') {
        this.rule(`${selector} .brand-icon`, { color: value });
      }
    }
    const own = Object.entries(variant).filter(
      ([key, value]) => typeof value !== 'object' && key !== 'iconColor',
    );
    this.rule(`${selector} input`, Object.fromEntries(own) as Record<string, string | number>);
  }

  private rule(selector: string, properties: Record<string, string | number>): void {
    const rule = this.sheet.cssRules[this.sheet.insertRule(`${selector} {}`, this.sheet.cssRules.length)];
    if (!(rule instanceof CSSStyleRule)) return;
    for (const [name, value] of Object.entries(properties)) {
      if (!PROPERTIES.has(name)) continue;
      const property = name === 'fontSmoothing' ? '-webkit-font-smoothing' : kebab(name);
      rule.style.setProperty(property, String(value));
    }
  }
}
