import { resumeSession } from '@lading/store/postgres/session/resume'
import { startSession } from '@lading/store/postgres/session/start'
import { findByEmail } from '@lading/store/postgres/user/find-by-email'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailOf, password, startApi, type TestApi } from '../../support/platform.ts'

describe('Signing in', () => {
  let api: TestApi
  const signIn = (email: string, secret: string, headers = {}) =>
    api.app.inject({ method: 'POST', url: '/v1/session', body: { email, password: secret }, headers })

  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api?.stop())

  it('The right password gives a cookie that no script can read, and says who came in.', async () => {
    const response = await signIn('Operator@Lading.example', password)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ id: expect.any(String), email: 'operator@lading.example', name: 'The operator', role: 'operator' })
    expect(response.cookies).toEqual([
      { name: 'lading_session', value: expect.stringMatching(/^[\w-]{43}$/), httpOnly: true, sameSite: 'Lax', path: '/' },
    ])
  })

  it('Where people come by https the cookie never travels without it.', async () => {
    const secure = await startApi({ settings: { publicUrl: 'https://lading.example' } })
    try {
      const response = await secure.app.inject({ method: 'POST', url: '/v1/session', body: { email: emailOf('viewer'), password } })
      const [cookie] = response.cookies
      expect(cookie).toMatchObject({ name: '__Host-lading_session', secure: true, path: '/' })
      expect(cookie).not.toHaveProperty('domain')
      const who = (name: string) => secure.app.inject({ url: '/v1/session', cookies: { [name]: cookie?.value ?? '' } })
      // One that a host beside this one has set is none.
      expect([(await who('lading_session')).statusCode, (await who('__Host-lading_session')).statusCode]).toEqual([401, 200])
      const out = await secure.app.inject({ method: 'DELETE', url: '/v1/session' })
      expect(out.cookies[0]).toMatchObject({ name: '__Host-lading_session', value: '', secure: true, path: '/' })
      expect(response.headers['strict-transport-security']).toContain('max-age=')
    } finally {
      await secure.stop()
    }
  })

  it('Unknown address and wrong password get the same answer.', async () => {
    const [unknown, wrong] = [await signIn('nobody@lading.example', password), await signIn(emailOf('viewer'), 'wrong')]
    expect(unknown.statusCode).toBe(401)
    expect(wrong.statusCode).toBe(401)
    expect(unknown.body).toBe(wrong.body)
    expect(unknown.json().code).toBe('wrong-credentials')
  })

  it('After ten failures for one address even the right password waits, and other people do not.', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await signIn('victim@lading.example', `guess ${attempt}`)
    const eleventh = await signIn('VICTIM@lading.example', 'guess 10')
    expect(eleventh.statusCode).toBe(429)
    expect(eleventh.json().code).toBe('too-many-requests')
    expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(0)
    expect((await signIn(emailOf('admin'), password)).statusCode).toBe(200)
  })

  it('Passwords that are tried all at once are no more than ten either.', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, (_, attempt) => signIn('rushed@lading.example', `guess ${attempt}`)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    expect((await signIn('rushed@lading.example', 'guess 14')).statusCode).toBe(429)
  })

  it('Signing out ends the session for whoever has the cookie.', async () => {
    const cookies = await api.signIn('viewer')
    const ask = () => api.app.inject({ url: '/v1/session', cookies })
    expect((await ask()).json()).toMatchObject({ role: 'viewer' })
    const response = await api.app.inject({ method: 'DELETE', url: '/v1/session', cookies })
    expect(response.statusCode).toBe(204)
    expect((await ask()).statusCode).toBe(401)
  })

  it('The table holds nothing that one could sign in with.', async () => {
    const { lading_session: token } = await api.signIn('viewer')
    const rows = await api.database.sql`select * from session`
    expect(JSON.stringify(rows)).not.toContain(token)
    const [user] = await api.database.sql`select password_hash from app_user limit 1`
    expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('A session lasts while it is used, ends after twelve idle hours, and after seven days in any case.', async () => {
    const { db, sql } = api.database
    const user = await findByEmail(db, emailOf('viewer'))
    const at = (hours: number) => new Date(Date.UTC(2030, 0, 1) + hours * 3_600_000)
    const idle = await startSession(db, user?.id as string, at(0))
    expect(await resumeSession(sql, idle, at(11.9))).toMatchObject({ role: 'viewer' })
    expect(await resumeSession(sql, idle, at(23.8))).toMatchObject({ role: 'viewer' })
    expect(await resumeSession(sql, idle, at(36))).toBeUndefined()
    const busy = await startSession(db, user?.id as string, at(0))
    for (let hours = 10; hours < 168; hours += 10) expect(await resumeSession(sql, busy, at(hours)), `${hours} h`).toBeDefined()
    expect(await resumeSession(sql, busy, at(168.1))).toBeUndefined()
  })

  it('What another site makes a browser send is refused; our own pages and programs are not.', async () => {
    const refused = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    for (const headers of refused) {
      const response = await signIn(emailOf('viewer'), password, headers)
      expect([response.statusCode, response.json().code], JSON.stringify(headers)).toEqual([403, 'cross-site'])
    }
    const taken = [{ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:5173' }, { origin: 'http://localhost' }, {}]
    for (const headers of taken) expect((await signIn(emailOf('viewer'), password, headers)).statusCode, JSON.stringify(headers)).toBe(200)
  })
})
