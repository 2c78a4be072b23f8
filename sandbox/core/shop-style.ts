/** A value as a shop may hand it over. */
export type StyleValue = string | number;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * A sheet with what a shop wishes for the text in its card fields. It is built through the CSSOM, so no text of the
 * shop's is ever parsed as a rule; only properties of the provider's own list are taken.
 */
export class ShopStyle {
  private readonly sheet = new CSSStyleSheet();

  constructor(private readonly allowed: ReadonlySet<string>) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  clear(): void {
    while (this.sheet.cssRules.length > 0) this.sheet.deleteRule(0);
  }

  /** Adds a rule; properties are in camelCase, as shops write them. `selector` is the provider's own text. */
  rule(selector: string, properties: Readonly<Record<string, StyleValue>>): void {
    const rule = this.sheet.cssRules[this.sheet.insertRule(`${selector} {}`, this.sheet.cssRules.length)];
    if (!(rule instanceof CSSStyleRule)) return;
    for (const [name, value] of Object.entries(properties)) {
      if (!this.allowed.has(name)) continue;
      const property = name === 'fontSmoothing' ? '-webkit-font-smoothing' : kebab(name);
      rule.style.setProperty(property, String(value));
    }
  }
}
