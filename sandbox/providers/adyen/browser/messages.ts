/** What the shop's page (Adyen's library) and a card field say to each other: JSON as text, one object a message. */

export type FieldType = 'encryptedCardNumber' | 'encryptedExpiryDate' | 'encryptedSecurityCode';

export type Policy = 'required' | 'optional' | 'hidden';

/** CSS properties in camelCase; a name that starts with a colon holds properties of its own. */
export type Styles = Record<string, Record<string, string | number | Record<string, string | number>>>;

/** Texts for people who listen to a page rather than look at it. */
interface Aria {
  iframeTitle?: string;
  label?: string;
  error?: Record<string, string>;
  contextualTexts?: Record<string, string>;
}

/** The first message, as soon as the frame is there. The number goes back with every answer. */
export interface FieldConfig {
  fieldType: FieldType;
  numKey: number;
  /** `card`, or the one scheme that a stored card is of. */
  txVariant: string;
  cardGroupTypes?: string[];
  cvcPolicy?: Policy;
  expiryDatePolicy?: Policy;
  maskSecurityCode?: boolean;
  exposeExpiryDate?: boolean;
  legacyInputMode?: boolean | null;
  minimumExpiryDate?: string | null;
  iframeUIConfig?: {
    sfStyles?: Styles;
    placeholders?: Record<string, string>;
    ariaConfig?: { lang?: string } & Partial<Record<FieldType, Aria>>;
  };
}

/** Later messages; which parts are there says what is wanted. */
export interface ToField {
  focus?: boolean;
  brand?: string;
  enableLuhnCheck?: boolean;
  panLength?: number;
  cvcPolicy?: Policy;
  expiryDatePolicy?: Policy;
  externalValidation?: boolean;
  unsupportedCard?: boolean;
  code?: string;
  styleObject?: Styles;
  autoComplete?: string;
}

/** What a field tells the page. Digits are only ever in it encrypted, but for the first six and the last four. */
export type FromField = { action: string } & Record<string, unknown>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A message as an object; undefined for what is none. */
export function parsed(data: unknown): Record<string, unknown> | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
