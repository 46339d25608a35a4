/**
 * Where a browser goes to sign in to this network by its identity provider; a path of this server.
 * @param slugOrId an id has an underscore, a slug has none
 */
export function ssoStartUrl(slugOrId: string): string {
  return `/sso/${slugOrId}/start`
}
