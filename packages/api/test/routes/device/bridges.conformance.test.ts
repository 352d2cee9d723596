import { authenticateBridge } from '@lading/store/postgres/bridge/authenticate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Bridges', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const identify = (name: string, secret: string) => authenticateBridge(api.database.sql, name, secret)
  const add = (name: string, topicFilters = ['acme/#']) => as('POST', '/v1/bridges', { name, topicFilters })

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
  })
  afterAll(() => api?.stop())

  it('A bridge is opened with its topics and a secret that is shown once, and is listed without it.', async () => {
    const response = await add('lorawan', ['v3/+/devices/+/up', 'v3/+/devices/+/location/solved', 'v3/+/devices/+/up'])
    expect([response.statusCode, response.headers['cache-control']]).toEqual([201, 'no-store'])
    const { name, secret } = response.json()
    expect(name).toBe('lorawan')
    const topicFilters = ['v3/+/devices/+/up', 'v3/+/devices/+/location/solved']
    expect(await identify('lorawan', secret)).toMatchObject({ bridge: 'lorawan', topicFilters })
    for (const wrong of ['', `${secret}x`]) expect(await identify('lorawan', wrong), wrong).toBeUndefined()
    await add('acme')
    const listed = (await as('GET', '/v1/bridges')).json()
    expect(listed).toMatchObject([
      { name: 'acme', topicFilters: ['acme/#'], revokedAt: null },
      { name: 'lorawan', topicFilters, revokedAt: null },
    ])
    expect(JSON.stringify(listed)).not.toMatch(/secret|hash/i)
  })

  it('Topics that would let it speak as the platform or as the broker are refused, each with the reason.', async () => {
    const response = await add('greedy', ['acme/#', 'live/#', '#', '$SYS/#'])
    expect(response.statusCode).toBe(422)
    expect(response.json().errors.map(({ path }: { path: string }) => path)).toEqual([
      '/topicFilters/1',
      '/topicFilters/2',
      '/topicFilters/3',
    ])
    expect((await add('greedy', [])).statusCode).toBe(400)
    await add('modest')
    expect((await as('PATCH', '/v1/bridges/modest', { topicFilters: ['+/x'] })).json().errors[0].path).toBe('/topicFilters/0')
    expect((await as('GET', '/v1/bridges')).json().map(({ name }: { name: string }) => name)).not.toContain('greedy')
  })

  it('Bridges and devices share their names, and none has one of the platform’s.', async () => {
    await as('POST', '/v1/devices', { id: 'van-7' })
    const taken = await add('van-7')
    expect([taken.statusCode, taken.json().code, taken.json().errors[0].path]).toEqual([409, 'device-registered', '/name'])
    await add('twice')
    expect((await add('twice')).json().code).toBe('bridge-registered')
    const device = await as('POST', '/v1/devices', { id: 'twice' })
    expect([device.statusCode, device.json().code, device.json().errors[0].path]).toEqual([409, 'bridge-registered', '/id'])
    for (const name of ['lading', 'lading-ingest']) expect((await add(name)).json().errors[0].path, name).toBe('/name')
    const both = await Promise.all([add('race'), as('POST', '/v1/devices', { id: 'race' })])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  })

  it('Its topics are replaced, it is revoked and renewed, and removed for good.', async () => {
    const { secret } = (await add('changing')).json()
    const changed = await as('PATCH', '/v1/bridges/changing', { topicFilters: ['traccar', 'traccar/+'] })
    expect(changed.json()).toMatchObject({ name: 'changing', topicFilters: ['traccar', 'traccar/+'] })
    expect(await identify('changing', secret)).toMatchObject({ topicFilters: ['traccar', 'traccar/+'] })
    const revoked = (await as('POST', '/v1/bridges/changing/revoke')).json().revokedAt
    expect(Date.now() - Date.parse(revoked)).toBeLessThan(60_000)
    expect((await as('POST', '/v1/bridges/changing/revoke')).json().revokedAt).toBe(revoked)
    expect(await identify('changing', secret)).toBeUndefined()
    const renewed = await as('POST', '/v1/bridges/changing/secret')
    expect([renewed.statusCode, renewed.headers['cache-control']]).toEqual([201, 'no-store'])
    expect(await identify('changing', secret)).toBeUndefined()
    expect(await identify('changing', renewed.json().secret)).toBeDefined()
    expect((await as('DELETE', '/v1/bridges/changing')).statusCode).toBe(204)
    expect(await identify('changing', renewed.json().secret)).toBeUndefined()
    expect((await as('POST', '/v1/devices', { id: 'changing' })).statusCode).toBe(201)
  })

  it('What is not there is said so.', async () => {
    const answers = await Promise.all([
      as('PATCH', '/v1/bridges/nobody', { topicFilters: ['acme/#'] }),
      as('POST', '/v1/bridges/nobody/secret'),
      as('POST', '/v1/bridges/nobody/revoke'),
      as('DELETE', '/v1/bridges/nobody'),
    ])
    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([404, 'bridge-not-found'])
  })
})
