/** The operator’s name for the product, from the page that the server sends. */
export function productName(): string {
  return namedProduct() ?? 'Twinlock'
}

/** @returns undefined where the page was not sent by the server, as while developing */
export function namedProduct(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content
}

/** The address of the logo that they gave it. */
export function productLogo(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="application-logo"]')?.content
}
