// Run by mongosh in compose.yaml, at each start: makes db1, db2 and db3 one replica set, and the servers' user with the
// right to read and write its own database and nothing else. It may be run again.
const { readFileSync } = require('node:fs')

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim()
const rootPassword = encodeURIComponent(secret('mongodb_root_password'))
const members = ['db1:27017', 'db2:27017', 'db3:27017']
const giveUpAt = Date.now() + 120_000

// The first member makes its root user before it listens to others, and an election takes some seconds: both are tried
// until they work. In loops, since mongosh waits for no answer inside of a callback.
for (let isInitiated = false; !isInitiated; ) {
  try {
    const first = connect(`mongodb://root:${rootPassword}@${members[0]}/admin?directConnection=true`)
    initiate(first)
    isInitiated = true
  } catch (error) {
    if (Date.now() > giveUpAt) throw error
    sleep(1_000)
  }
}

for (let hasUser = false; !hasUser; ) {
  try {
    const all = `mongodb://root:${rootPassword}@${members}/admin?replicaSet=twinlock&serverSelectionTimeoutMS=5000`
    const twinlock = connect(all).getSiblingDB('twinlock')
    const user = { pwd: secret('mongodb_password'), roles: [{ role: 'readWrite', db: 'twinlock' }] }
    if (twinlock.getUser('twinlock')) twinlock.updateUser('twinlock', user)
    else twinlock.createUser({ user: 'twinlock', ...user })
    hasUser = true
  } catch (error) {
    if (Date.now() > giveUpAt) throw error
    sleep(1_000)
  }
}

function initiate(first) {
  try {
    first.adminCommand({ replSetGetStatus: 1 })
  } catch (error) {
    if (error.codeName !== 'NotYetInitialized') throw error
    first.adminCommand({ replSetInitiate: { _id: 'twinlock', members: members.map((host, _id) => ({ _id, host })) } })
  }
}
