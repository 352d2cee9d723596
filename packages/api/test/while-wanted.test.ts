import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whileWanted } from '../src/while-wanted.ts'

describe('What is worked out for a request', () => {
  const app = Fastify()
  let asked = Promise.withResolvers<AbortSignal>()
  let answer = Promise.withResolvers<void>()
  app.post('/', async (_request, reply) => {
    asked.resolve(whileWanted(reply))
    await answer.promise
    return {}
  })
  const ask = (signal: AbortSignal) => {
    ;[asked, answer] = [Promise.withResolvers(), Promise.withResolvers()]
    const { port } = app.server.address() as AddressInfo
    return fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' }, signal })
  }
  beforeAll(async () => void (await app.listen({ host: '127.0.0.1', port: 0 })))
  afterAll(() => app.close())

  it('is wanted until it is answered.', async () => {
    const answered = ask(new AbortController().signal)
    const wanted = await asked.promise
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(wanted.aborted).toBe(false)
    answer.resolve()
    expect((await answered).status).toBe(200)
  })

  it('is not wanted any more when whoever asked has gone.', async () => {
    const leaving = new AbortController()
    const answered = ask(leaving.signal)
    const wanted = await asked.promise
    const given = new Promise((resolve) => wanted.addEventListener('abort', resolve))
    leaving.abort()
    await expect(answered).rejects.toThrow()
    await given
    expect(wanted.reason).toMatchObject({ code: 'not-wanted' })
    answer.resolve()
  })
})
