import { NetworkCollection } from '../../networks/network.model.js'
import { freePort } from '../../testing/free-port.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { Visitor } from './software.fixture.js'

/** Twinlock where a program of another maker reaches it by its own address, a network, and a port for that program. */
export class Stage {
  private constructor(
    readonly testApp: TestApp,
    readonly publicUrl: string,
    readonly admin: Person,
    readonly network: OwnNetwork,
    /** Where the other program will answer. */
    readonly port: number,
  ) {}

  static async set(mongodbUri: string): Promise<Stage> {
    const [own, port] = [await freePort(), await freePort()]
    const testApp = await startTestApp(mongodbUri, { port: own, env: { PORT: String(own) } })
    const admin = await newPerson(testApp).signUp()
    return new Stage(testApp, `http://localhost:${own}`, admin, await networkOf(admin), port)
  }

  /** A member of the network, at a browser. */
  async member(): Promise<Visitor> {
    const person = await newPerson(this.testApp).signUp()
    const into = await NetworkCollection.on(this.testApp.connection).findOne({ _id: this.network.id })
    if (!into) throw new Error('There is no network.')
    await putNetwork(this.testApp, [person], { into })
    return this.visitor(person)
  }

  visitor(person = this.admin): Visitor {
    return new Visitor(person, this.publicUrl)
  }
}
