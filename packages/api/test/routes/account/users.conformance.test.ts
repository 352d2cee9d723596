import type { User } from '@lading/shared/contract/user'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailOf, password, startApi, type TestApi } from '../../support/platform.ts'

describe('People who may sign in', () => {
  let api: TestApi
  let asAdmin: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi()
    asAdmin = await api.as('admin')
  })
  afterAll(() => api?.stop())

  const signIn = (email: string, secret: string) =>
    api.app.inject({ method: 'POST', url: '/v1/session', body: { email, password: secret } })
  const idOf = async (email: string) => ((await asAdmin('GET', '/v1/users')).json() as User[]).find((user) => user.email === email)?.id

  it('An admin lets a person in, who signs in with the role given and is listed without a password.', async () => {
    const body = { email: 'Mei@Warehouse.example', name: 'Mei', role: 'operator', password: 'a long enough secret' }
    const created = await asAdmin('POST', '/v1/users', body)
    expect(created.statusCode).toBe(201)
    expect(created.json()).toEqual({
      id: expect.any(String),
      email: 'mei@warehouse.example',
      name: 'Mei',
      role: 'operator',
      partner: null,
      createdAt: expect.any(String),
    })
    expect((await signIn('mei@warehouse.example', body.password)).json()).toMatchObject({ role: 'operator' })
    expect((await asAdmin('GET', '/v1/users')).body).not.toMatch(/argon2|password/)
  })

  it('An e-mail address is somebody’s once, whatever its capitals.', async () => {
    const body = { email: 'ADMIN@lading.example', name: 'Another', role: 'viewer', password: 'a long enough secret' }
    const response = await asAdmin('POST', '/v1/users', body)
    expect([response.statusCode, response.json().code]).toEqual([409, 'email-taken'])
  })

  it('A short password is refused with its place.', async () => {
    const response = await asAdmin('POST', '/v1/users', { email: 'x@lading.example', name: 'X', role: 'viewer', password: 'short' })
    expect(response.statusCode).toBe(400)
    expect(response.json().errors).toEqual([expect.objectContaining({ path: '/password' })])
  })

  it('Who gets another role is signed out and has it at the next sign-in.', async () => {
    const asOperator = await api.as('operator')
    const id = await idOf(emailOf('operator'))
    expect((await asAdmin('PATCH', `/v1/users/${id}`, { role: 'viewer' })).json()).toMatchObject({ role: 'viewer' })
    expect((await asOperator('GET', '/v1/session')).statusCode).toBe(401)
    expect((await signIn(emailOf('operator'), password)).json()).toMatchObject({ role: 'viewer' })
  })

  it('A person changes his own password by giving the old one, and is signed out everywhere.', async () => {
    const [here, there] = [await api.as('viewer'), await api.as('viewer')]
    const change = (old: string) => here('PUT', '/v1/session/password', { password: old, newPassword: 'an even longer secret' })
    expect((await change('not the old one')).statusCode).toBe(403)
    expect((await change(password)).statusCode).toBe(204)
    expect((await there('GET', '/v1/session')).statusCode).toBe(401)
    expect((await signIn(emailOf('viewer'), password)).statusCode).toBe(401)
    expect((await signIn(emailOf('viewer'), 'an even longer secret')).statusCode).toBe(200)
  })

  it('Who is removed is out at once.', async () => {
    const asViewer = await api.app.inject({
      method: 'POST',
      url: '/v1/session',
      body: { email: emailOf('viewer'), password: 'an even longer secret' },
    })
    const [cookie] = asViewer.cookies
    expect((await asAdmin('DELETE', `/v1/users/${await idOf(emailOf('viewer'))}`)).statusCode).toBe(204)
    const response = await api.app.inject({ url: '/v1/session', cookies: { [cookie?.name ?? '']: cookie?.value ?? '' } })
    expect(response.statusCode).toBe(401)
  })

  it('The last admin can neither be removed nor become something else.', async () => {
    const id = await idOf(emailOf('admin'))
    for (const response of [await asAdmin('DELETE', `/v1/users/${id}`), await asAdmin('PATCH', `/v1/users/${id}`, { role: 'viewer' })])
      expect([response.statusCode, response.json().code]).toEqual([409, 'last-admin'])
    expect((await asAdmin('GET', '/v1/session')).statusCode).toBe(200)
  })

  it('A person that does not exist is not found.', async () => {
    const response = await asAdmin('PATCH', '/v1/users/00000000-0000-4000-8000-000000000000', { name: 'Nobody' })
    expect([response.statusCode, response.json().code]).toEqual([404, 'user-not-found'])
  })
})
