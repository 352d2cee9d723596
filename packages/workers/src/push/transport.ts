import { type Agent, request } from 'node:https'
import type { PushKeys } from '@lading/store/postgres/news/address'
import webPush from 'web-push'
import type { Refused } from '../mail/transport.ts'
import type { Note } from './note.ts'
import { publicAgent } from './public-agent.ts'

export type Vapid = { publicKey: string; privateKey: string; subject: string }

export type SendPush = (to: { endpoint: string; keys: PushKeys }, note: Note) => Promise<'sent' | Refused>

// After a day it is no news any more.
const ttlSeconds = 24 * 3600

/** How long a push service may take until it has answered with a status. */
const patienceMs = 15_000

/** Hands notes to the push services of browsers (RFC 8030), sealed for the browser (RFC 8291), from whoever VAPID says (RFC 8292). */
export const openPush = (vapidDetails: Vapid, agent: Agent = publicAgent(), withinMs = patienceMs) => {
  const send: SendPush = async ({ endpoint, keys }, note) => {
    try {
      const options = { vapidDetails, TTL: ttlSeconds, urgency: 'normal', contentEncoding: 'aes128gcm' } as const
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, JSON.stringify(note), options)
      const statusCode = await statusOf(new URL(endpoint), { agent, headers, body, signal: AbortSignal.timeout(withinMs) })
      if (statusCode >= 200 && statusCode <= 299) return 'sent'
      // 404 and 410: the browser does not want it any more. Of other refusals the service may think again, but for what is wrong here.
      const gone = statusCode === 404 || statusCode === 410
      return { code: String(statusCode), forGood: gone || [400, 403, 413].includes(statusCode), addressee: gone }
    } catch (error) {
      const { code = 'unknown' } = error as { code?: string | number }
      const isAtHome = code === 'ENOTPUBLIC'
      return { code: String(code), forGood: isAtHome, addressee: isAtHome }
    }
  }
  return { send, close: async () => agent.destroy() }
}

type Post = { agent: Agent; headers: NodeJS.Dict<string | string[]>; body: Buffer | null; signal: AbortSignal }

/**
 * What is answered, and nothing more of it: the address is whatever somebody with a link has sent, so what stands there may go on for ever.
 */
const statusOf = (url: URL, { body, ...options }: Post) =>
  new Promise<number>((resolve, reject) => {
    request(url, { ...options, method: 'POST' }, (response) => {
      resolve(response.statusCode ?? 0)
      response.on('error', () => {})
      // Services answer with nothing, and have more to come over the same connection.
      if (response.headers['content-length'] === '0') response.resume()
      else response.destroy()
    })
      .on('error', reject)
      .end(body)
  })
