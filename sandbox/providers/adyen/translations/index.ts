import german from './de-DE.json';
import spanish from './es-ES.json';
import french from './fr-FR.json';
import italian from './it-IT.json';
import dutch from './nl-NL.json';

/** Languages that Adyen has; where there is nothing, the library keeps its English. */
const WITHOUT_TEXTS =
  'ar bg-BG ca-ES cs-CZ da-DK el-GR et-EE fi-FI hr-HR hu-HU is-IS ja-JP ko-KR lt-LT lv-LV no-NO pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sv-SE zh-CN zh-TW'.split(
    ' ',
  );

/** Texts of the card form by locale, this sandbox's own words. */
export const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(WITHOUT_TEXTS.map((locale) => [locale, {}])),
  'de-DE': german,
  'es-ES': spanish,
  'fr-FR': french,
  'it-IT': italian,
  'nl-NL': dutch,
};

const CARDS: Readonly<Record<string, string>> = {
  de: 'Karten',
  es: 'Tarjetas',
  fr: 'Cartes',
  it: 'Carte',
  nl: 'Kaarten',
};

/** What cards are called in a list of ways to pay, which Adyen's server words and not the library. */
export function cardsName(locale: string): string {
  return CARDS[locale.slice(0, 2)] ?? 'Cards';
}
