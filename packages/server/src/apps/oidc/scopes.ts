/** The scopes that an app may request; there is no consent step, so each grant has all of them. */
export const SCOPES = ['openid', 'profile', 'email', 'groups', 'offline_access']
