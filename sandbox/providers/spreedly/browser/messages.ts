/** What a shop tells Express of its form; all of it is text that people read, but for the four that prove the shop. */
export interface DisplayOptions {
  amount?: string;
  company_name?: string;
  sidebar_top_description?: string;
  sidebar_bottom_description?: string;
  full_name?: string;
  submit_label?: string;
  name_label?: string;
  nonce?: string;
  timestamp?: string;
  certificateToken?: string;
  signature?: string;
}

/** What is kept with the card, such as an email address. */
export type MethodParams = Readonly<Record<string, unknown>>;

/** The first message to the frame; it brings the port that all others go through. */
export interface Hello {
  readonly type: 'foyer-spreedly-form';
  readonly environment: string;
  readonly display: DisplayOptions;
  readonly params: MethodParams;
}

/** Page to frame. */
export type ToForm =
  | { readonly type: 'display'; readonly display: DisplayOptions }
  | { readonly type: 'params'; readonly params: MethodParams }
  | { readonly type: 'opened' };

/** A kept card as the page hears of it: never its number. */
export interface KeptCard {
  readonly token: string;
  readonly card_type: string;
  readonly last_four_digits: string;
  readonly [field: string]: unknown;
}

/** Frame to page. */
export type FromForm =
  | { readonly type: 'ready' }
  | { readonly type: 'close' }
  | { readonly type: 'kept'; readonly card: KeptCard };
