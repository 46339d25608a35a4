import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chooseMongod } from '@twinlock/embedded-database/choose-mongod'
import { type MongodProcess, startMongodProcess } from '@twinlock/embedded-database/mongod-process'
import { REPLICA_SET } from '@twinlock/embedded-database/replica-set'
import { fastFolder } from '@twinlock/embedded-database/vitest-database'
import { mongo } from 'mongoose'

/** Far below the usual ten seconds: what a test waits for is the election, not the silence before it. */
const electionTimeoutMillis = 2_000
const primaryLimitMs = 60_000

/** A replica set of three members on this machine, whose primaries can be made to go. */
export class Cluster {
  private constructor(
    private readonly members: MongodProcess[],
    private readonly folder: string,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = await mkdtemp(join(fastFolder(), 'twinlock-cluster-'))
    const { path } = await chooseMongod(folder, (message) => console.error(message))
    const folders = await Promise.all([0, 1, 2].map((place) => mkdtemp(join(folder, `member-${place}-`))))
    const members = await Promise.all(folders.map((each) => startMongodProcess(path, each)))
    const cluster = new Cluster(members, folder)
    await cluster.#command(members[0], {
      replSetInitiate: {
        _id: REPLICA_SET,
        members: members.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` })),
        settings: { electionTimeoutMillis, heartbeatIntervalMillis: 500 },
      },
    })
    await cluster.primary()
    return cluster
  }

  /** Without a database name. */
  get uri(): string {
    return `mongodb://${this.members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/?replicaSet=${REPLICA_SET}`
  }

  async primary(): Promise<MongodProcess> {
    for (const deadline = Date.now() + primaryLimitMs; Date.now() < deadline; await after(50)) {
      for (const member of this.members) {
        const hello = await this.#command(member, { hello: 1 }).catch(() => null)
        if (hello?.isWritablePrimary) return member
      }
    }
    throw new Error('The replica set has no primary.')
  }

  /** The primary hands over, as it does for maintenance. */
  async stepDown(): Promise<void> {
    const primary = await this.primary()
    // It closes its connections meanwhile, and may answer none of them.
    await this.#command(primary, { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 5 }).catch(() => undefined)
  }

  /** The machine of the primary dies; two of three members are left. */
  async killPrimary(): Promise<void> {
    const primary = await this.primary()
    process.kill(primary.pid, 'SIGKILL')
    await primary.ended
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop()))
    await rm(this.folder, { recursive: true, force: true })
  }

  async #command(member: MongodProcess | undefined, command: mongo.Document): Promise<mongo.Document> {
    const uri = `mongodb://127.0.0.1:${member?.port}/?directConnection=true&serverSelectionTimeoutMS=1000`
    const client = new mongo.MongoClient(uri)
    try {
      return await client.db('admin').command(command)
    } finally {
      await client.close()
    }
  }
}
