import type { SavedView } from '@lading/shared/contract/saved-view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailOf, startApi, type TestApi } from '../../support/platform.ts'

describe('Saved views', () => {
  let api: TestApi
  let as: Record<'admin' | 'operator' | 'viewer', Awaited<ReturnType<TestApi['as']>>>
  beforeAll(async () => {
    api = await startApi()
    as = { admin: await api.as('admin'), operator: await api.as('operator'), viewer: await api.as('viewer') }
  })
  afterAll(() => api?.stop())

  const save = async (who: keyof typeof as, body: object) => {
    const response = await as[who]('POST', '/v1/views', { query: 'state=in-transit', ...body })
    expect(response.statusCode, response.body).toBe(201)
    return response.json() as SavedView
  }
  const names = async (who: keyof typeof as) => ((await as[who]('GET', '/v1/views')).json() as SavedView[]).map(({ name }) => name)

  it('A person has views of their own, which nobody else sees, and may rename, change and delete them.', async () => {
    const view = await save('viewer', { name: ' Mine ', query: 'view=attention&mode=sea,air&sort=attention' })
    expect(view).toEqual({
      id: expect.any(String),
      name: 'Mine',
      query: 'view=attention&mode=sea,air&sort=attention',
      shared: false,
      owner: { id: expect.any(String), name: 'The viewer' },
      isDefault: false,
    })
    expect([await names('viewer'), await names('admin')]).toEqual([['Mine'], []])
    expect((await as.viewer('PATCH', `/v1/views/${view.id}`, { name: 'Ours', query: '' })).json()).toMatchObject({
      name: 'Ours',
      query: '',
    })
    for (const method of ['PATCH', 'DELETE'] as const) {
      const response = await as.admin(method, `/v1/views/${view.id}`, method === 'PATCH' ? { name: 'Taken' } : undefined)
      expect([response.statusCode, response.json().code]).toEqual([404, 'view-not-found'])
    }
    expect((await as.viewer('DELETE', `/v1/views/${view.id}`)).statusCode).toBe(204)
    expect(await names('viewer')).toEqual([])
  })

  it('An operator shares one with everybody; somebody who may only look shares nothing.', async () => {
    const view = await save('operator', { name: 'Late at sea', shared: true })
    expect(await names('viewer')).toContain('Late at sea')
    const other = await as.viewer('PATCH', `/v1/views/${view.id}`, { name: 'Mine now' })
    expect([other.statusCode, other.json().code]).toEqual([403, 'view-of-another'])
    expect((await as.viewer('POST', '/v1/views', { name: 'x', query: '', shared: true })).statusCode).toBe(403)
    const own = await save('viewer', { name: 'Own' })
    expect((await as.viewer('PATCH', `/v1/views/${own.id}`, { shared: true })).statusCode).toBe(403)
    expect((await as.admin('PATCH', `/v1/views/${view.id}`, { shared: false })).statusCode).toBe(200)
    expect(await names('viewer')).not.toContain('Late at sea')
  })

  it('A name is one person’s once, and another’s too.', async () => {
    const first = await save('operator', { name: 'Cold' })
    await save('admin', { name: 'Cold' })
    const again = await as.operator('POST', '/v1/views', { name: 'Cold', query: '' })
    expect([again.statusCode, again.json().code, again.json().errors]).toMatchObject([409, 'view-name-taken', [{ path: '/name' }]])
    const second = await save('operator', { name: 'Warm' })
    expect((await as.operator('PATCH', `/v1/views/${second.id}`, { name: 'Cold' })).statusCode).toBe(409)
    expect((await as.operator('PATCH', `/v1/views/${first.id}`, { name: 'Cold' })).statusCode).toBe(200)
  })

  it('A map opens with the view that its person chose, as long as they may see it.', async () => {
    const shared = await save('operator', { name: 'Start here', shared: true })
    const choose = (who: keyof typeof as, id: string | null) => as[who]('PUT', '/v1/views/default', { id })
    const chosen = async (who: keyof typeof as) =>
      ((await as[who]('GET', '/v1/views')).json() as SavedView[]).filter(({ isDefault }) => isDefault).map(({ name }) => name)
    expect((await choose('viewer', shared.id)).statusCode).toBe(204)
    expect([await chosen('viewer'), await chosen('operator')]).toEqual([['Start here'], []])
    const own = await save('viewer', { name: 'My own' })
    await choose('viewer', own.id)
    expect(await chosen('viewer')).toEqual(['My own'])
    expect((await choose('operator', own.id)).statusCode).toBe(404)
    await choose('viewer', null)
    expect(await chosen('viewer')).toEqual([])
  })

  it.each([
    [{ name: '', query: '' }, '/name'],
    [{ name: '   ', query: '' }, '/name'],
    [{ name: 'x'.repeat(81), query: '' }, '/name'],
    [{ name: 'x', query: 'a b' }, '/query'],
    [{ name: 'x' }, '/query'],
  ])('%j is refused with its place.', async (body, path) => {
    const response = await as.operator('POST', '/v1/views', body)
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, path])
  })

  it('Nobody keeps more than they could find again.', async () => {
    const mine = (await names('admin')).length
    const own = Number(
      (await api.database.sql`select count(*) from saved_view join app_user on app_user.id = owner_id where email = ${emailOf('admin')}`)[0]
        ?.count,
    )
    expect(mine).toBeGreaterThanOrEqual(own)
    for (let number = own; number < 100; number++) await save('admin', { name: `View ${number}` })
    const response = await as.admin('POST', '/v1/views', { name: 'One more', query: '' })
    expect([response.statusCode, response.json().code]).toEqual([409, 'too-many-views'])
  })

  it('What was shared stays when its owner is removed, and what was not goes.', async () => {
    const people = (await as.admin('GET', '/v1/people')).json() as { id: string; name: string }[]
    const id = people.find(({ name }) => name === 'The operator')?.id
    expect((await as.admin('DELETE', `/v1/users/${id}`)).statusCode).toBe(204)
    const left = await api.database.sql`select name, shared from saved_view where owner_id is null`
    expect(left).toEqual([{ name: 'Start here', shared: true }])
    expect((await as.admin('GET', '/v1/views')).json()).toContainEqual(expect.objectContaining({ name: 'Start here', owner: null }))
  })
})
