import Fastify from 'fastify'
import Type from 'typebox'
import { afterAll, describe, expect, it } from 'vitest'
import { problems } from '../../src/plugins/problems.ts'
import { validation } from '../../src/plugins/validation.ts'

describe('What is wrong with a request', () => {
  const app = Fastify()
  app.register(validation)
  app.register(problems)
  app.register(async (routes) => {
    const Line = Type.Object(
      { quantity: Type.Number(), unit: Type.Optional(Type.String({ default: 'kg' })) },
      { additionalProperties: false },
    )
    routes.post('/', { schema: { body: Type.Object({ lines: Type.Array(Line) }) } }, async ({ body }) => body)
  })
  afterAll(() => app.close())

  const mistakesOf = async (lines: unknown[]) => {
    const response = await app.inject({ method: 'POST', url: '/', body: { lines } })
    expect(response.statusCode).toBe(400)
    return response.json().errors.map(({ path }: { path: string }) => path)
  }

  it('is told with every mistake, a hundred at the most.', async () => {
    expect(await mistakesOf([{}, { quantity: 'a lot' }])).toEqual(['/lines/0/quantity', '/lines/1/quantity'])
    expect(await mistakesOf(Array(1_000).fill({}))).toHaveLength(100)
  })

  it('is told with the first mistake alone where so much was sent that all of them would be too much.', async () => {
    expect(await mistakesOf([...Array(5_000).fill({ quantity: 1 }), {}, {}])).toEqual(['/lines/5000/quantity'])
    expect(await mistakesOf([Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`a${index}`, 0])), {}])).toHaveLength(1)
  })

  it('is nothing where it is right, however large it is; what has a default is filled in.', async () => {
    const lines = Array(6_000).fill({ quantity: 1 })
    const response = await app.inject({ method: 'POST', url: '/', body: { lines } })
    expect([response.statusCode, response.json().lines[5_999]]).toEqual([200, { quantity: 1, unit: 'kg' }])
  })
})
