import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from './ledger.ts'
import type { Message } from './message.ts'

type Options = {
  url: string
  gateway: { id: string; secret: string }
  ledger: Ledger
  messages: Iterable<Message>
  perSecond: number
  /** When everything must have been accepted. */
  deadlineMs?: number
}

// The api takes 20 requests a second of one address, more of those who have signed in.
const readingsPerPost = 50
const senderCount = 4
const againMs = 1_000

/** A gateway that sends the readings of its devices by HTTPS, and sends them again until the api has accepted them. */
export const startPostLoad = ({ url, gateway, ledger, messages, perSecond, deadlineMs = 150_000 }: Options) => {
  const authorization = `Basic ${Buffer.from(`${gateway.id}:${gateway.secret}`).toString('base64')}`
  const from = performance.now()
  let sent = 0
  let accepted = 0
  let ended = false

  const check = () => {
    if (ended) throw new Error('the scenario has ended')
    if (performance.now() - from > deadlineMs) throw new Error(`the api accepted ${accepted} of ${sent} readings in time`)
  }
  const isAccepted = async (body: string) => {
    const headers = { authorization, 'content-type': 'application/json' }
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) })
      const text = await answer.text()
      if (answer.ok) return true
      // Anything else says that nobody will ever take it.
      if (answer.status !== 429 && answer.status < 500) throw new Refused(`the api answers ${answer.status}: ${text}`)
      return false
    } catch (error) {
      if (error instanceof Refused) throw error
      // No answer: it may have been accepted, or not.
      return false
    }
  }
  const iterator = messages[Symbol.iterator]()
  const next = () => {
    const some: Message[] = []
    for (let step = iterator.next(); !step.done; step = iterator.next()) {
      ledger.send(step.value)
      if (some.push(step.value) === readingsPerPost) break
    }
    sent += some.length
    return some
  }
  const send = async () => {
    for (let some = next(); some.length > 0; some = next()) {
      const body = JSON.stringify(some.map(({ deviceId, payload }) => ({ deviceId, ...JSON.parse(payload.toString()) })))
      while (!(await isAccepted(body))) {
        check()
        await sleep(againMs)
      }
      for (const message of some) ledger.acknowledge(message)
      accepted += some.length
      while (sent / perSecond > (performance.now() - from) / 1_000) {
        check()
        await sleep(10)
      }
    }
  }
  const done = Promise.all(Array.from({ length: senderCount }, send)).then(() => {})
  // Whoever awaits `done` or `reached` hears of it.
  done.catch(() => {
    ended = true
  })
  return {
    /** Resolves when everything was accepted. */
    done,
    /** Resolves when so many were accepted. */
    reached: async (count: number) => {
      while (accepted < count) {
        check()
        await sleep(10)
      }
    },
    /** Gives up what was not accepted, where a scenario ends before its devices do. */
    stop: async () => {
      ended = true
    },
  }
}

class Refused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Refused'
  }
}
