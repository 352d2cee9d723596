import type { Agent } from 'node:https'
import type { PushKeys } from '@lading/store/postgres/news/address'
import webPush from 'web-push'
import type { Refused } from '../mail/transport.ts'
import { publicAgent } from './public-agent.ts'

export type Vapid = { publicKey: string; privateKey: string; subject: string }

/** What a browser shows, and where it leads. */
export type Note = { title: string; body: string; url: string; tag: string; lang: string; dir: 'ltr' | 'rtl' }

export type SendPush = (to: { endpoint: string; keys: PushKeys }, note: Note) => Promise<'sent' | Refused>

// After a day it is no news any more.
const ttlSeconds = 24 * 3600

/** Hands notes to the push services of browsers (RFC 8030), sealed for the browser (RFC 8291), from whoever VAPID says (RFC 8292). */
export const openPush = (vapidDetails: Vapid, agent: Agent = publicAgent()) => {
  const send: SendPush = async ({ endpoint, keys }, note) => {
    try {
      const options = { vapidDetails, agent, TTL: ttlSeconds, timeout: 15_000, urgency: 'normal', contentEncoding: 'aes128gcm' } as const
      await webPush.sendNotification({ endpoint, keys }, JSON.stringify(note), options)
      return 'sent'
    } catch (error) {
      const { statusCode, code } = error as { statusCode?: number; code?: string }
      // 404 and 410: the browser does not want it any more. Of other refusals the service may think again, but for what is wrong here.
      const gone = statusCode === 404 || statusCode === 410 || code === 'ENOTPUBLIC'
      const forGood = gone || statusCode === 400 || statusCode === 403 || statusCode === 413
      return { code: String(statusCode ?? code ?? 'unknown'), forGood, addressee: gone }
    }
  }
  return { send, close: async () => agent.destroy() }
}
