import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { answerWithinMs } from '../../src/in-time.ts'
import { timeLimit } from '../../src/plugins/time-limit.ts'

const limits = async () => {
  const app = Fastify()
  await app.register(timeLimit)
  const handler = async ({ routeOptions }: { routeOptions: { handlerTimeout?: number } }) => ({
    limit: routeOptions.handlerTimeout ?? null,
  })
  app.get('/usual', { config: { access: 'public' } }, handler)
  app.get('/shorter', { config: { access: 'public' }, handlerTimeout: 5 }, handler)
  app.get('/limits-itself', { config: { access: 'public', limitsItself: true } }, handler)
  const of = async (url: string) => ((await app.inject(url)).json() as { limit: number }).limit
  return { usual: await of('/usual'), shorter: await of('/shorter'), itself: await of('/limits-itself') }
}

describe('The time that an answer may take', () => {
  it('holds for every route but those that limit themselves, and a route may have less.', async () =>
    expect(await limits()).toEqual({ usual: answerWithinMs, shorter: 5, itself: 0 }))
})
