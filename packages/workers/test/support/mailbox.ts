import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on loopback, what it was given, and how it answers a recipient; an answer of its own refuses. */
export const startMailbox = async () => {
  const mails: ParsedMail[] = []
  let refuse: ((address: string) => { code: number; message: string } | undefined) | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const refused = refuse?.(address)
      done(refused ? Object.assign(new Error(refused.message), { responseCode: refused.code }) : null)
    },
    onData: (stream, _, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        done()
      }, done)
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What came since it was asked last. */
    take: () => mails.splice(0),
    refuse: (how: typeof refuse) => {
      refuse = how
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>
