import { Session, SessionRequest } from '@lading/shared/contract/session'
import { PasswordChange } from '@lading/shared/contract/user'
import { endSession } from '@lading/store/postgres/session/end'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { startSession } from '@lading/store/postgres/session/start'
import { changeUser } from '@lading/store/postgres/user/change'
import { findByEmail } from '@lading/store/postgres/user/find-by-email'
import { hashPassword, verifyPassword } from '@lading/store/postgres/user/password'
import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { createAtOnce } from '../../at-once.ts'
import type { Dependencies } from '../../dependencies.ts'
import { callerOf } from '../../plugins/limits.ts'
import { clearSessionCookie, setSessionCookie } from '../../plugins/sessions.ts'
import { Refusal } from '../../refusal.ts'

const tags = ['session']

// Enough for a person who tries the passwords they remember, far too few for a program that guesses.
const failuresPerEmail = { max: 10, timeWindow: '10 minutes' }
const attemptsPerAddress = { max: 60, timeWindow: '1 minute' }

/** Signing in and out. Unknown address and wrong password get the same answer in the same time. */
export const sessionRoutes = async (app: App, { database: { db }, settings }: Dependencies) => {
  const secure = settings.publicUrl.startsWith('https:')
  const failures = app.createRateLimit({
    ...failuresPerEmail,
    keyGenerator: (request) => `email ${(request.body as SessionRequest).email.toLowerCase()}`,
  })

  const trying = createAtOnce()

  app.post(
    '/v1/session',
    {
      config: { access: 'public', rateLimit: { ...attemptsPerAddress, keyGenerator: callerOf } },
      schema: { tags, summary: 'Sign in; the session is an HttpOnly cookie', body: SessionRequest, response: { 200: Session } },
    },
    async (request, reply) => {
      const { email, password } = request.body
      const soFar = await failures(request, { increment: false })
      // Those at it count as failures until it is known: many passwords at once gain nothing.
      if (!soFar.isAllowed && soFar.remaining <= trying.of(email.toLowerCase())) throw tooManyFailures(reply, soFar.ttlInSeconds)
      const user = await trying.during(email.toLowerCase(), async () => {
        const found = await findByEmail(db, email)
        if ((await verifyPassword(found?.passwordHash, password)) && found) return found
        await failures(request)
        throw new Refusal(401, 'wrong-credentials', 'The e-mail address or the password is wrong.')
      })
      if (request.sessionToken) await endSession(db, request.sessionToken)
      setSessionCookie(reply, await startSession(db, user.id), secure)
      return toSession({ ...user, userId: user.id })
    },
  )

  app.get(
    '/v1/session',
    { config: { access: 'signed-in', keys: [] }, schema: { tags, summary: 'Who is signed in', response: { 200: Session } } },
    async ({ signedIn }) => toSession(signedIn as SignedIn),
  )

  app.put(
    '/v1/session/password',
    {
      config: {
        access: 'signed-in',
        rateLimit: { ...failuresPerEmail, keyGenerator: (request) => `password ${request.sessionToken ?? callerOf(request)}` },
      },
      schema: {
        tags,
        summary: 'Change your own password, which signs you out everywhere',
        body: PasswordChange,
        response: { 204: Type.Null() },
      },
    },
    async ({ signedIn, body: { password, newPassword } }, reply) => {
      const user = await findByEmail(db, (signedIn as SignedIn).email)
      if (!(await verifyPassword(user?.passwordHash, password)) || !user)
        throw new Refusal(403, 'wrong-credentials', 'The password is wrong.')
      await changeUser(db, user.id, { passwordHash: await hashPassword(newPassword) })
      clearSessionCookie(reply, secure)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/v1/session',
    { config: { access: 'public' }, schema: { tags, summary: 'Sign out', response: { 204: Type.Null() } } },
    async ({ sessionToken }, reply) => {
      if (sessionToken) await endSession(db, sessionToken)
      clearSessionCookie(reply, secure)
      return reply.code(204).send(null)
    },
  )
}

const toSession = ({ userId: id, email, name, role }: Omit<SignedIn, 'partner'>): Session => ({ id, email, name, role })

const tooManyFailures = (reply: FastifyReply, seconds: number) => {
  reply.header('retry-after', seconds)
  return new Refusal(429, 'too-many-requests', 'Too many failed attempts for this e-mail address. Wait a few minutes.')
}
