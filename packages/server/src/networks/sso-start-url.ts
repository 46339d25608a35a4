/** Where a browser goes to sign in to this network by its identity provider; a path of this server. */
export function ssoStartUrl(slug: string): string {
  return `/sso/${slug}/start`
}
