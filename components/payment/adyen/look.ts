import type { PageColours } from '../parts/page-colours';

/** The look of what is typed into Adyen's frames: `styles` of a card in its library. */
export function fieldStyles({ ink, muted, danger, fontFamily }: PageColours) {
  return {
    // 16 px at least: phones zoom into smaller fields and lose the page.
    base: { color: ink, caretColor: ink, fontFamily, fontSize: '16px' },
    placeholder: { color: muted },
    error: { color: danger },
  };
}
