/** What an app may ask for; nobody is asked for consent, so each grant has all of them. */
export const SCOPES = ['openid', 'profile', 'email', 'groups', 'offline_access']
