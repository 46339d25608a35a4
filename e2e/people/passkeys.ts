import type { CDPSession, Page } from '@playwright/test'

/** The browser's own stand-in for a person's finger on their device: WebAuthn's virtual authenticator. */
export class Passkeys {
  private constructor(
    private readonly devtools: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  /** Gives a browser's page a device that makes passkeys, and agrees to whatever it is asked. */
  static async giveTo(page: Page): Promise<Passkeys> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new Passkeys(devtools, authenticatorId)
  }

  /** Whether the finger is there: a sign-in page that offers passkeys in its field is answered at once while it is. */
  async setPresent(isPresent: boolean): Promise<void> {
    const { authenticatorId } = this
    await this.devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: isPresent })
  }

  async count(): Promise<number> {
    const { authenticatorId } = this
    return (await this.devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
  }

  /** Loses every passkey, as with the device. */
  async lose(): Promise<void> {
    await this.devtools.send('WebAuthn.clearCredentials', { authenticatorId: this.authenticatorId })
  }
}
