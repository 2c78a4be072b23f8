/** Sends the page's form on its way: between issuer and shop there are pages that nobody looks at. */
document.querySelector('form')?.submit();

export {};
