import { DomainError } from '@lading/store/postgres/domain-error'
import { TelemetryUnavailable } from '@lading/store/telemetry/telemetry-store'
import Fastify from 'fastify'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { problems } from '../../src/plugins/problems.ts'
import { Refusal } from '../../src/refusal.ts'

const answerTo = async (error: Error) => {
  const logged: { level: number; err?: { message: string } }[] = []
  const loggerInstance = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const app = Fastify({ loggerInstance })
  await app.register(problems)
  app.get('/fails', () => Promise.reject(error))
  const response = await app.inject('/fails?secret=1')
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.json()).toMatchObject({ type: 'about:blank', status: response.statusCode, instance: '/fails' })
  return { status: response.statusCode, body: response.json(), logged }
}

describe('Saying no', () => {
  it.each([
    ['not-valid', 422],
    ['shipment-not-found', 404],
    ['device-not-found', 404],
    ['tracking-number-taken', 409],
    ['device-registered', 409],
    ['cursor-not-valid', 400],
  ] as const)('%s becomes %i and is nothing to log.', async (code, status) => {
    const answer = await answerTo(new DomainError(code, 'Why.', [{ path: '/a', message: 'b' }]))
    expect(answer).toMatchObject({ status, body: { code, detail: 'Why.', errors: [{ path: '/a', message: 'b' }] }, logged: [] })
  })

  it('A refusal says its status, also where that is a server error.', async () => {
    expect(await answerTo(new Refusal(503, 'too-many-followers', 'Later.'))).toMatchObject({
      status: 503,
      body: { code: 'too-many-followers' },
      logged: [],
    })
  })

  it('Readings that cannot be fetched now are a 503, and a warning.', async () => {
    expect(await answerTo(new TelemetryUnavailable('no answer'))).toMatchObject({
      status: 503,
      body: { code: 'telemetry-unavailable' },
      logged: [{ level: 40 }],
    })
  })

  it.each(['22021', '22P05'])(
    'A text that the database cannot keep (%s) is a mistake of whoever sent it, and nothing to log.',
    async (code) => {
      const refused = Object.assign(new Error('invalid byte sequence'), { code })
      for (const error of [refused, new Error('Failed query', { cause: refused })])
        expect(await answerTo(error)).toMatchObject({ status: 400, body: { code: 'not-valid' }, logged: [] })
    },
  )

  it('What took too long is logged by its route: the address may be the secret of somebody.', async () => {
    const { status, logged } = await answerTo(Object.assign(new Error('too late'), { code: 'FST_ERR_HANDLER_TIMEOUT' }))
    expect([status, logged]).toEqual([503, [expect.objectContaining({ level: 40, route: '/fails' })]])
    expect(JSON.stringify(logged)).not.toContain('secret')
  })

  it('What nobody expected is logged once with its cause, and tells the caller nothing.', async () => {
    const { status, body, logged } = await answerTo(new Error('password of the database is hunter2', { cause: new Error('deep') }))
    expect([status, body.code]).toEqual([500, 'internal'])
    expect(JSON.stringify(body)).not.toContain('hunter2')
    expect(logged).toHaveLength(1)
    expect(logged[0]?.err?.message).toContain('hunter2')
  })
})
