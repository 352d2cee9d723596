import { expect, test } from 'vitest'
import { queryString, request } from '../../../src/data/server/request.ts'

const answering = (response: Response) => ({ fetch: async () => response })

test('An answer is handed on as it is.', async () => {
  expect(await request('/v1/settings', answering(Response.json({ a: 1 })))).toEqual({ ok: true, value: { a: 1 } })
})

test('A refusal is a value with its status and code.', async () => {
  const response = Response.json({ code: 'wrong-credentials' }, { status: 401, headers: { 'content-type': 'application/problem+json' } })
  expect(await request('/v1/session', answering(response))).toEqual({
    ok: false,
    failure: { kind: 'answer', status: 401, code: 'wrong-credentials' },
  })
})

test('An error page of a proxy in between is told by its status.', async () => {
  const response = new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })
  expect(await request('/v1/session', answering(response))).toEqual({ ok: false, failure: { kind: 'answer', status: 502, code: '502' } })
})

test('No network is a value, not an error.', async () => {
  const fetch = async () => {
    throw new TypeError('fetch failed')
  }
  expect(await request('/v1/session', { fetch })).toEqual({ ok: false, failure: { kind: 'unreachable' } })
})

test('A query leaves out what is missing and repeats what is a list.', () => {
  expect(queryString({ q: '', cursor: undefined, limit: 500, state: ['a', 'b'], open: false })).toBe(
    '?limit=500&state=a&state=b&open=false',
  )
  expect(queryString({})).toBe('')
})

test('A table goes as it is, with its type; anything else goes as JSON.', async () => {
  const sent: RequestInit[] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    sent.push(init ?? {})
    return Response.json({})
  }
  await request('/v1/clearance-history', { method: 'POST', body: 'id,country', type: 'text/csv', fetch })
  await request('/v1/devices', { method: 'POST', body: 'id', fetch })
  expect(sent.map(({ headers, body }) => [headers, body])).toEqual([
    [{ 'content-type': 'text/csv' }, 'id,country'],
    [{ 'content-type': 'application/json' }, '"id"'],
  ])
})
