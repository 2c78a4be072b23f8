/** Where the library finds Adyen, when that is not where its environment is: `_environmentUrls` of the library. */
export interface AdyenUrls {
  readonly api: string;
  readonly analytics: string;
  readonly cdn: { readonly images: string; readonly translations: string };
}

/** Settings of each of Adyen's methods. */
export interface AdyenSettings {
  readonly urls?: AdyenUrls;
}
