import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nodemailer from 'nodemailer'
import type { Mail } from './mail.ts'

/** Why a mail could not be handed over: a code, never what the server said, as that repeats addresses. */
export type Refused = { code: string; forGood: boolean /** Not this mail, but whoever it is for. */; addressee: boolean }

export type SendMail = (mail: Mail) => Promise<'sent' | Refused>

// A server that does not answer is tried again later; a worker does not wait for it.
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 }

/** Hands mails over by SMTP; `file:` URLs name a directory into which each is written as it would be sent. */
export const openMail = (url: string) => (url.startsWith('file:') ? intoDirectory(fileURLToPath(url)) : bySmtp(url))

const bySmtp = (url: string) => {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send: SendMail = async (mail) => {
    try {
      await transport.sendMail(mail)
      return 'sent'
    } catch (error) {
      return refusalOf(error)
    }
  }
  return { send, close: async () => transport.close() }
}

/**
 * Replies that begin with 5 are for good (RFC 5321, 4.2.1); of these, one to RCPT TO is about the addressee, and so is 5.1.x
 * (RFC 3463). Anything else may be better later.
 */
const refusalOf = (error: unknown): Refused => {
  const {
    responseCode,
    response = '',
    command = '',
    code,
  } = error as { responseCode?: number; response?: string; command?: string; code?: string }
  if (!responseCode) return { code: code ?? 'unknown', forGood: false, addressee: false }
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  // What is wrong with the login here is not wrong with the mail.
  const forGood = responseCode >= 500 && command !== 'AUTH' && !/^(AUTH|CONN|EHLO|HELO|STARTTLS)/.test(command)
  const addressee = forGood && (enhanced ? enhanced.startsWith('5.1.') : command === 'RCPT TO')
  return { code: [responseCode, enhanced].filter(Boolean).join(' '), forGood, addressee }
}

const intoDirectory = (directory: string) => {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const send: SendMail = async (mail) => {
    const { message } = await transport.sendMail(mail)
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(3).toString('hex')}.eml`
    const path = join(directory, name)
    // Who watches the directory never sees half a mail.
    await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
    await rename(`${path}.part`, path)
    return 'sent'
  }
  return { send, close: async () => transport.close() }
}
