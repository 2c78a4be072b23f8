import type { Field } from './field';

/** Width in em that the one-line card needs to show everything, without and with the postal code. */
const ROOM_EM = 21.5;
const ROOM_WITH_POSTAL_EM = 26.5;

/** Where the number stands in a line that has no room for everything; '' where there is room. */
type Fit = '' | 'number-empty' | 'number-alone' | 'number-short';

/**
 * Fits the one-line card into its frame. Where there is no room for all, the number has the line to itself while it
 * is typed and shows its last group of digits afterwards.
 */
export class Layout {
  private height = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly fields: readonly Field[],
    private readonly onHeight: (px: number) => void,
  ) {
    new ResizeObserver(() => this.refresh()).observe(root);
  }

  refresh(): void {
    this.measure();
    const number = this.fields[0];
    if (!number || this.fields.length === 1) return;
    const fit = this.fit(number);
    for (const name of ['number-empty', 'number-alone', 'number-short']) {
      this.root.classList.toggle(name, name === fit);
    }
    number.root.style.flexBasis = fit === 'number-short' ? `${lastGroupWidth(number.input)}px` : '';
    this.root.scrollLeft = 0;
  }

  private fit(number: Field): Fit {
    const postal = this.fields.some((field) => field.spec.id === 'postal' && !field.root.hidden);
    const em = Number.parseFloat(getComputedStyle(number.input).fontSize) || 16;
    if (this.root.clientWidth / em >= (postal ? ROOM_WITH_POSTAL_EM : ROOM_EM)) return '';
    if (number.value === '') return 'number-empty';
    const active = this.fields.find((field) => field.input === document.activeElement);
    const typing = active ? active === number : number.verdict.state !== 'complete';
    return typing ? 'number-alone' : 'number-short';
  }

  private measure(): void {
    const height = Math.ceil(this.root.getBoundingClientRect().height);
    if (height === 0 || height === this.height) return;
    this.height = height;
    this.onHeight(height);
  }
}

/** How wide the last digits are in the shop's font, so that no slice of another digit shows. */
function lastGroupWidth(input: HTMLInputElement): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 40;
  const style = getComputedStyle(input);
  // The shorthand reads empty when a part of it, such as tabular figures, does not fit into it.
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
  return Math.ceil(context.measureText(input.value.split(' ').at(-1) ?? '').width) + 2;
}
