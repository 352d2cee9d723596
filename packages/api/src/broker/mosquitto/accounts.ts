import { setTimeout as sleep } from 'node:timers/promises'
import { brokerAccounts, brokerNames } from '@lading/store/broker/accounts'
import { createExclusive } from '@lading/store/broker/exclusively'
import { platformAccess } from '@lading/store/broker/mosquitto/own-accounts'
import { versionOf, versionOfPassword } from '@lading/store/broker/mosquitto/version'
import { isSecretOf } from '@lading/store/broker/secret-hash'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { Database } from '@lading/store/postgres/open'
import type { FastifyBaseLogger } from 'fastify'
import type { BrokerAccounts } from '../accounts.ts'
import { admit, checkAnswers, modifyRole, withdraw } from './commands.ts'
import type { Control } from './control.ts'
import { differences } from './differences.ts'
import { listAll } from './listed.ts'

type Deps = {
  control: Control
  sql: Database['sql']
  platformPassword: string
  admin: { username: string; password: string }
  log: FastifyBaseLogger
}

const connectMs = 5_000
const retryMs = 5_000
// Each is one message, and Mosquitto does nothing else meanwhile.
const commandsAtOnce = 50

/**
 * Tells Mosquitto whom to let in. It is told of each change at once, and whenever it comes back it is compared with PostgreSQL
 * as a whole: whoever was revoked in between is removed then. Several api processes take turns.
 */
export const openMosquittoAccounts = ({ control, sql, platformPassword, admin, log }: Deps): BrokerAccounts & { close: () => void } => {
  const state = { told: true, upToDate: false, checkedAt: null as string | null, needSecret: [] as string[], strangers: [] as string[] }
  const platformVersion = versionOfPassword(platformPassword, admin.password)
  const exclusively = createExclusive(sql)
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const tell = async (commands: Parameters<Control['ask']>[0]) => {
    for (let start = 0; start < commands.length; start += commandsAtOnce)
      checkAnswers(await control.ask(commands.slice(start, start + commandsAtOnce)))
  }

  const compare = () =>
    exclusively(async (tx) => {
      const listed = await listAll(control)
      // After the list: whoever is in it was in PostgreSQL before.
      const accounts = await brokerAccounts(tx)
      const names = await brokerNames(tx)
      const wanted = [
        { ...platformAccess, version: platformVersion },
        ...accounts.map(({ secretHash, ...account }) => ({ ...account, version: versionOf(secretHash) })),
      ]
      const { commands, needSecret, strangers } = differences(listed, wanted, { isOurs: (name) => names.has(name), admin: admin.username })
      await tell(commands)
      if (needSecret.includes(platformAccess.name))
        await tell(admit(platformAccess, { secret: platformPassword, version: platformVersion }))
      state.needSecret = needSecret.filter((name) => name !== platformAccess.name)
      state.strangers = strangers
      state.checkedAt = new Date().toISOString()
      return commands.length
    })

  const bringUpToDate = () => {
    clearTimeout(retry)
    compare().then(
      (changes) => {
        state.upToDate = true
        const { needSecret, strangers } = state
        log.info({ changes }, 'Mosquitto lets in whom it should')
        if (needSecret.length > 0)
          log.warn(
            { devices: needSecret.slice(0, 100), count: needSecret.length },
            'Mosquitto does not know the secrets of these; each needs a new one',
          )
        if (strangers.length > 0) log.warn({ strangers }, 'Mosquitto also lets in accounts that were not made here')
      },
      (error: unknown) => {
        if (closed) return
        log.warn({ err: error }, 'Mosquitto could not be brought up to date; trying again')
        retryLater()
      },
    )
  }
  const retryLater = () => {
    state.upToDate = false
    clearTimeout(retry)
    // Without a connection the next one does it.
    if (!closed && control.isReady()) retry = setTimeout(bringUpToDate, retryMs)
  }
  control.onReady(bringUpToDate)

  const setNeedsSecret = (name: string, needs: boolean) => {
    state.needSecret = [...state.needSecret.filter((other) => other !== name), ...(needs ? [name] : [])]
  }

  return {
    checkReady: async () => {
      const deadline = performance.now() + connectMs
      while (!control.isReady()) {
        if (performance.now() > deadline)
          throw new DomainError(
            'broker-away',
            'Mosquitto does not answer, so it cannot be told a new secret. Nothing was changed: try again.',
          )
        await sleep(50)
      }
    },
    admit: async (name, secret) => {
      try {
        await exclusively(async (tx) => {
          const [account] = await brokerAccounts(tx, [name])
          // Somebody was faster with yet another secret, or with a revocation; he tells.
          if (!account || !isSecretOf(account.secretHash, secret)) return
          await tell(admit(account, { secret, version: versionOf(account.secretHash) }))
        })
        setNeedsSecret(name, false)
      } catch (error) {
        log.error({ err: error, name }, 'Mosquitto could not be told a new secret')
        setNeedsSecret(name, true)
        retryLater()
        throw new DomainError('broker-away', `Mosquitto could not be told the new secret of ${name}: give it another one.`)
      }
    },
    refresh: async (name) => {
      try {
        await exclusively(async (tx) => {
          const [account] = await brokerAccounts(tx, [name])
          if (!account) {
            await tell(withdraw(name))
            return setNeedsSecret(name, false)
          }
          // One whose secret Mosquitto does not know has no role there either.
          if (!state.needSecret.includes(name)) await tell([modifyRole(account)])
        })
      } catch (error) {
        log.warn({ err: error, name }, 'Mosquitto could not be told what changed; it is told when it is back')
        retryLater()
        // Whoever revoked somebody must not believe that he is gone.
        throw new DomainError(
          'broker-away',
          `It is decided, and Mosquitto is told as soon as it answers. Until then ${name} may do there what it did before.`,
        )
      }
    },
    state: () => ({ ...state, upToDate: state.upToDate && control.isReady() }),
    close: () => {
      closed = true
      clearTimeout(retry)
    },
  }
}
