import { describe, expect, test } from 'vitest'
import { delivery, receivedAtMs } from '../support/delivery.ts'
import { pipelineOf } from '../support/pipeline.ts'

const messages = (deviceId: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    delivery(`lading/v1/${deviceId}/telemetry`, { recordedAt: receivedAtMs - count + at, batteryPct: 5 }),
  )

describe('A device that floods', () => {
  test('keeps its rate after its burst, and every surplus reading is a rejection.', async () => {
    let nowMs = 0
    const send = pipelineOf({ rate: 10, burst: 20, now: () => nowMs })
    const outcome = async (count: number) => {
      const { arrivals, rejections } = await send(messages('wild', count))
      expect(arrivals.length + rejections.length).toBe(count)
      expect(rejections.every(({ reason, deviceId }) => reason === 'flood' && deviceId === 'wild')).toBe(true)
      return arrivals.length
    }
    expect(await outcome(100)).toBe(20)
    expect(await outcome(100)).toBe(0)
    nowMs = 500
    expect(await outcome(100)).toBe(5)
    nowMs = 60_000
    expect(await outcome(15)).toBe(15)
    expect(await outcome(15)).toBe(5)
  })

  test('takes nothing from the others.', async () => {
    const send = pipelineOf({ rate: 10, burst: 20 })
    const { arrivals } = await send([...messages('wild', 1000), ...messages('calm', 20)])
    expect(arrivals.filter(({ reading }) => reading.deviceId === 'calm')).toHaveLength(20)
  })

  test('is not charged twice for a batch that had to be looked at again.', async () => {
    let away = true
    const send = pipelineOf({
      rate: 10,
      burst: 20,
      recallFails: () => {
        if (away) throw new Error('PostgreSQL is away')
      },
    })
    const batch = messages('calm', 20)
    await expect(send(batch)).rejects.toThrow('away')
    away = false
    expect((await send(batch)).arrivals).toHaveLength(20)
  })
})
