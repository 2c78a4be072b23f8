import type { Card, Letter, Section } from './letter';

/** A letter as plain text. */
export function renderText({ title, paragraphs, action, sections, footer }: Letter): string {
  const blocks = [
    title,
    ...paragraphs,
    `${action.label}:\n${action.url}`,
    ...sections.map(section),
    `--\n${footer.join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section({ heading, cards }: Section): string {
  return [heading.toUpperCase(), ...cards.map(card)].join('\n\n');
}

function card({ title, rows }: Card): string {
  const facts = rows.map(([label, value]) => `${label}: ${value}`);
  return [...(title === undefined ? [] : [title]), ...facts].join('\n');
}
