import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createApi } from '../../src/platform/api.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** A server that lets anybody in and answers the rest as told. */
const apiAgainst = async (handler: Handler) => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (request.url === '/v1/session') {
      const session = seen.filter((line) => line.endsWith('/v1/session')).length
      response.setHeader('set-cookie', [`session=s${session}; HttpOnly; Path=/`])
      response.end('{}')
    } else handler(request, response, seen.filter((line) => !line.endsWith('/v1/session')).length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = createApi({ url, login: { email: 'a@b.example', password: 'x' }, signal: AbortSignal.timeout(20_000) })
  return { api, seen }
}

const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

const device = { id: 'd1' }

describe('the simulators at the api', () => {
  it('sign in once and stay signed in', async () => {
    const cookies: (string | undefined)[] = []
    const { api, seen } = await apiAgainst((request, response) => {
      cookies.push(request.headers.cookie)
      answer(response, 201, {})
    })
    await api.registerDevice(device)
    await api.registerDevice(device)
    expect(seen.filter((line) => line === 'POST /v1/session')).toHaveLength(1)
    expect(cookies).toEqual(['session=s1', 'session=s1'])
  })

  it('sign in again when their session has ended', async () => {
    const { api, seen } = await apiAgainst((request, response) => answer(response, request.headers.cookie === 'session=s2' ? 201 : 401, {}))
    await api.registerDevice(device)
    expect(seen).toEqual(['POST /v1/session', 'POST /v1/devices', 'POST /v1/session', 'POST /v1/devices'])
  })

  it('wait when they ask too often, and ask again', async () => {
    const { api, seen } = await apiAgainst((_request, response, count) =>
      count === 1 ? answer(response, 429, {}, { 'retry-after': '0.05' }) : answer(response, 201, {}),
    )
    await api.registerDevice(device)
    expect(seen.filter((line) => line === 'POST /v1/devices')).toHaveLength(2)
  })

  it('take a device that is registered already as it is', async () => {
    const { api } = await apiAgainst((_request, response) => answer(response, 409, { code: 'device-registered' }))
    await expect(api.registerDevice(device)).resolves.toBeUndefined()
  })

  it('say in one line why the api refuses something', async () => {
    const { api } = await apiAgainst((_request, response) =>
      answer(response, 422, { detail: 'The place is not valid.', errors: [{ path: '/zone', message: 'is no time zone' }] }),
    )
    const location = { code: 'X-1', name: 'X', kind: 'hub', country: 'NL', lat: 1, lon: 1, zone: 'Z', geofenceRadiusKm: 1 } as const
    await expect(api.putLocation(location)).rejects.toThrow(
      'PUT /v1/locations/X-1: answer 422; The place is not valid.; /zone is no time zone',
    )
  })
})
