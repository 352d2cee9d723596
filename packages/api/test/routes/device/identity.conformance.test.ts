import { setTimeout as sleep } from 'node:timers/promises'
import { authenticateDevice } from '@lading/store/postgres/device/authenticate'
import { followIdentityChanges } from '@lading/store/postgres/device/identity-changes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Who a device is', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const changed: string[] = []
  const register = async (id: string) => (await as('POST', '/v1/devices', { id })).json().secret as string
  const identify = (id: string, secret: string) => authenticateDevice(api.database.sql, id, secret)

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    await followIdentityChanges(api.database.sql, { onChange: (id) => changed.push(id), onListening: () => {} })
  })
  afterAll(() => api?.stop())

  const untilChanged = async (id: string) => {
    while (!changed.includes(id)) await sleep(5)
    changed.length = 0
  }

  it('A device is known by its own secret, and by no other.', async () => {
    const secret = await register('known')
    const other = await register('other')
    expect(await identify('known', secret)).toMatchObject({ deviceId: 'known', publishesFor: new Set(['known']) })
    for (const wrong of [other, '', `${secret}x`]) expect(await identify('known', wrong), wrong).toBeUndefined()
    expect(await identify('nobody', secret)).toBeUndefined()
  })

  it('A revoked device is known no more; revoking it again keeps the first moment, and whoever listens hears of it.', async () => {
    const secret = await register('lost')
    const first = await as('POST', '/v1/devices/lost/revoke')
    expect(first.statusCode).toBe(200)
    expect(Date.now() - Date.parse(first.json().revokedAt)).toBeLessThan(60_000)
    await untilChanged('lost')
    expect(await identify('lost', secret)).toBeUndefined()
    expect((await as('POST', '/v1/devices/lost/revoke')).json().revokedAt).toBe(first.json().revokedAt)
    expect((await as('GET', '/v1/devices/lost')).json().revokedAt).toBe(first.json().revokedAt)
  })

  it('A new secret replaces the old one, is shown once, and brings a revoked device back.', async () => {
    const old = await register('found')
    await as('POST', '/v1/devices/found/revoke')
    changed.length = 0
    const response = await as('POST', '/v1/devices/found/secret')
    expect([response.statusCode, response.headers['cache-control']]).toEqual([201, 'no-store'])
    const { secret, ...rest } = response.json()
    expect(rest).toEqual({ id: 'found', topic: 'lading/v1/found/telemetry' })
    await untilChanged('found')
    expect(await identify('found', old)).toBeUndefined()
    expect(await identify('found', secret)).toBeDefined()
    expect((await as('GET', '/v1/devices/found')).json().revokedAt).toBeNull()
  })

  it('A gateway publishes for itself and for the registered devices on its list, which is replaced as a whole.', async () => {
    const secret = await register('gate')
    for (const id of ['pallet-1', 'pallet-2', 'pallet-3']) await register(id)
    expect((await as('GET', '/v1/gateways/gate/devices')).json()).toEqual({ deviceIds: [] })
    const put = (deviceIds: string[]) => as('PUT', '/v1/gateways/gate/devices', { deviceIds })
    expect((await put(['pallet-2', 'pallet-1', 'pallet-2', 'gate'])).json()).toEqual({ deviceIds: ['pallet-1', 'pallet-2'] })
    await untilChanged('gate')
    expect((await put(['pallet-3'])).statusCode).toBe(200)
    expect(await identify('gate', secret)).toMatchObject({ deviceId: 'gate', publishesFor: new Set(['gate', 'pallet-3']) })
    const unknown = await put(['pallet-1', 'nobody'])
    expect([unknown.statusCode, unknown.json().errors[0].path]).toEqual([422, '/deviceIds/1'])
    expect((await as('GET', '/v1/gateways/gate/devices')).json()).toEqual({ deviceIds: ['pallet-3'] })
    expect((await as('GET', '/v1/gateways')).json()).toEqual([{ id: 'gate', label: null, deviceIds: ['pallet-3'], revokedAt: null }])
    expect((await put([])).json()).toEqual({ deviceIds: [] })
    expect((await as('GET', '/v1/gateways')).json()).toEqual([])
  })

  it('What is not there is said so, and the names of the platform itself are refused.', async () => {
    const answers = await Promise.all([
      as('POST', '/v1/devices/nobody/revoke'),
      as('POST', '/v1/devices/nobody/secret'),
      as('GET', '/v1/gateways/nobody/devices'),
      as('PUT', '/v1/gateways/nobody/devices', { deviceIds: [] }),
    ])
    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([404, 'device-not-found'])
    for (const id of ['lading', 'lading-ingest']) expect((await as('POST', '/v1/devices', { id })).json().errors[0].path, id).toBe('/id')
  })
})
