import { latestOutcomes } from '@lading/store/postgres/stage-outcome/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const file = [
  'id,stage,started_at,mode,carrier,origin,destination,planned_hours,distance_km,x_priority,x_pieces,actual_hours',
  '1,leg,2026-01-01T00:00:00Z,rail,Example Rail,A,B,20,900,high,3,24.5',
  '2,border,2026-01-02T00:30:00Z,,,A,B,8,,,,11',
  '3,,,,,,,,,,,100',
].join('\n')

describe('History of past journeys', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api?.stop())
  const send = async (payload: string) =>
    api.app.inject({
      method: 'POST',
      url: '/v1/arrival-history',
      cookies: await api.signIn('operator'),
      headers: { 'content-type': 'text/csv' },
      payload,
    })

  it('is kept as it is told, once.', async () => {
    expect((await send(file)).json()).toEqual({ stages: 3, imported: 3 })
    expect((await send(file)).json()).toEqual({ stages: 3, imported: 0 })
    expect(await latestOutcomes(api.database.db, 10)).toMatchObject([
      {
        ...{ kind: 'leg', mode: 'rail', carrier: 'Example Rail', origin: 'A', destination: 'B', plannedHours: 20, distanceKm: 900 },
        ...{ features: { priority: 'high', pieces: 3 }, actualHours: 24.5, startedAt: new Date('2026-01-01T00:00:00Z'), source: 'import' },
      },
      { kind: 'border', mode: null, features: {}, distanceKm: null },
      { kind: 'leg', startedAt: null, plannedHours: null, actualHours: 100 },
    ])
  })

  it('is refused as a whole with every line that is wrong, and nothing of it is kept.', async () => {
    const response = await send('id,stage,started_at,actual_hours\n10,leg,,5\n10,flight,yesterday,-1\n,leg,,')
    expect([response.statusCode, response.json().code]).toEqual([422, 'not-valid'])
    expect(response.json().errors.map(({ path }: { path: string }) => path)).toEqual([
      'line 3, id',
      'line 3, stage',
      'line 3, started_at',
      'line 3, actual_hours',
      'line 4, id',
      'line 4, actual_hours',
    ])
    expect((await send('id,hours\n1,2')).json().errors).toMatchObject([{ path: 'line 1', message: 'there is no column actual_hours' }])
    expect((await send('id,actual_hours\n1')).json().errors[0].path).toBe('line 2')
    expect(await latestOutcomes(api.database.db, 10)).toHaveLength(3)
  })
})
