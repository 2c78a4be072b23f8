/** Codes that `Intl` has a name for and that are no country. */
const NONE: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);
/** Names that countries had once; `Intl` still answers them with those of today. */
const OLD: ReadonlySet<string> = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'NT',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
]);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const lists = new Map<string, readonly (readonly [code: string, name: string])[]>();

/** Countries by their ISO 3166 code, named in a language and sorted as it sorts. */
export function countries(locale: string): readonly (readonly [code: string, name: string])[] {
  const known = lists.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const list = codes
    .filter((code) => !NONE.has(code) && !OLD.has(code))
    .flatMap((code): (readonly [string, string])[] => {
      const name = names.of(code);
      return name ? [[code, name]] : [];
    })
    .sort(([, a], [, b]) => a.localeCompare(b, locale));
  lists.set(locale, list);
  return list;
}
