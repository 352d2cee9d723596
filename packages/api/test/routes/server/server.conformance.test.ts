import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('The server as a whole', () => {
  let api: TestApi
  let built: Awaited<ReturnType<typeof temporaryDirectory>>

  beforeAll(async () => {
    built = await temporaryDirectory()
    for (const folder of ['.vite', 'assets']) await mkdir(join(built.path, folder))
    const files = { 'index.html': '<!doctype html><title>Lading</title>', 'assets/app-1a2b3c.js': 'export {}', '.vite/manifest.json': '{}' }
    for (const [name, content] of Object.entries(files)) await writeFile(join(built.path, name), content)
    const tiles = { url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', attribution: '© tiles' }
    api = await startApi({
      settings: { dashboardDirectory: built.path, tiles, clockSpeed: 60 },
      clock: { now: () => new Date('2026-03-01T00:00:00Z') },
    })
  })
  afterAll(async () => {
    await api?.stop()
    await built?.remove()
  })

  it('The dashboard is served under its addresses: the page fresh, files with a hash for ever.', async () => {
    for (const page of ['/', '/devices', '/accuracy', '/sign-in', '/?state=in-transit']) {
      const response = await api.app.inject(page)
      expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'public, max-age=0',
      ])
    }
    const asset = await api.app.inject('/assets/app-1a2b3c.js')
    expect(asset.headers['content-type']).toContain('javascript')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('What is not there is a problem document, and nothing outside the dashboard is served.', async () => {
    for (const path of [
      '/nothing',
      '/assets/old.js',
      '/.vite/manifest.json',
      '/assets/../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/v1/nothing',
    ]) {
      const response = await api.app.inject(path)
      expect(response.statusCode, path).toBe(path.includes('%2f') ? 403 : 404)
      expect(response.headers['content-type'], path).toBe('application/problem+json; charset=utf-8')
      expect(response.headers['cache-control'] ?? '', path).not.toContain('immutable')
    }
  })

  it('Every answer carries the policy: own files and the tiles that were set, nothing inline.', async () => {
    for (const path of ['/', '/v1/settings', '/nothing', '/track/x']) {
      const { headers } = await api.app.inject(path)
      const policy = headers['content-security-policy']
      expect(policy, path).toContain("default-src 'none';script-src 'self';style-src 'self'")
      expect(policy).toContain("img-src 'self' https://*.tiles.example")
      expect(policy).not.toMatch(/unsafe|data:|\*;/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('Anybody may know the platform time, how fast it runs and the tiles.', async () => {
    expect((await api.app.inject('/v1/settings')).json()).toEqual({
      clock: { now: '2026-03-01T00:00:00.000Z', speed: 60 },
      signedIn: false,
      broker: { host: null, port: 1883, tls: false },
      tiles: { url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', attribution: '© tiles' },
    })
  })

  it('It is ready when everything behind it answers, and says what does not.', async () => {
    const ready = await api.app.inject('/health/ready')
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { ready: true, services: { postgres: 'ok', telemetry: 'ok', queue: 'ok', broker: 'ok' } },
    ])
  })

  it('Requests are measured by route and not by address, so that nobody can fill the memory with made-up ones.', async () => {
    await api.app.inject('/v1/made-up-1')
    await api.app.inject('/track/made-up-2')
    const { body, headers } = await api.app.inject('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain('lading_http_request_seconds_count{method="GET",route="/track/:token",status="404"}')
    expect(body).not.toContain('made-up')
  })

  it('A body that is too large or not JSON is refused before it is read.', async () => {
    const post = (payload: string, type: string) =>
      api.app.inject({ method: 'POST', url: '/v1/session', payload, headers: { 'content-type': type } })
    const large = await post(JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(1_100_000) }), 'application/json')
    expect([large.statusCode, large.headers['content-type']]).toEqual([413, 'application/problem+json; charset=utf-8'])
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post('{"email":"a@b.example","password":"x"}', type)).statusCode, type).toBe(415)
    const broken = await post('{"email":', 'application/json')
    expect([broken.statusCode, broken.json().status]).toEqual([400, 400])
  })

  it('A forwarded address counts only where a proxy is trusted.', async () => {
    const ask = () => api.app.inject({ url: '/v1/settings', headers: { 'x-forwarded-for': '198.51.100.7' } })
    const [first, second] = [await ask(), await api.app.inject('/v1/settings')]
    expect(Number(second.headers['ratelimit-remaining'])).toBe(Number(first.headers['ratelimit-remaining']) - 1)
  })

  it('While PostgreSQL is away it says so, and does not fall over.', async () => {
    await api.database.close()
    const ready = await api.app.inject('/health/ready')
    expect([ready.statusCode, ready.json().services.postgres]).toEqual([503, 'unavailable'])
    expect((await api.app.inject('/health/live')).statusCode).toBe(200)
  })
})
