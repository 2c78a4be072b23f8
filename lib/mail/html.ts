/** Markup that is safe as it stands. Only `html` makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped unless they are markup already: text from outside cannot become any. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string)[]
): Html {
  const inserted = values.map((value) => {
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
    return value instanceof Html ? value.markup : value.map(({ markup }) => markup).join('');
  });
  return new Html(String.raw({ raw: parts }, ...inserted));
}
