import { describe, expect, it } from 'vitest'
import { BrokerUnreachable, type DeviceConnection, type DeviceLogin, DeviceRefused } from '../../src/platform/device-connection.ts'
import { createFleet } from '../../src/platform/fleet.ts'

const reading = { recordedAt: '2026-03-01T12:00:00Z', lat: 1, lon: 2 }

/** A broker that can be away, or refuse a device, and a clock that stands still until it is moved. */
const createBroker = () => {
  const broker = {
    nowMs: 0,
    away: false,
    refused: new Set<string>(),
    opened: [] as DeviceLogin[],
    open: new Set<string>(),
    said: [] as string[],
  }
  const sent: { id: string; topic: string }[] = []
  const connect = async (device: DeviceLogin): Promise<DeviceConnection> => {
    if (broker.away) throw new BrokerUnreachable('nobody is there')
    if (broker.refused.has(device.id)) throw new DeviceRefused(`${device.id} is refused`)
    broker.opened.push(device)
    broker.open.add(device.id)
    return {
      isOpen: () => broker.open.has(device.id),
      publish: async (topic) => void sent.push({ id: device.id, topic }),
      close: async () => void broker.open.delete(device.id),
    }
  }
  const fleet = createFleet({ connect, onTrouble: (message) => broker.said.push(message), nowMs: () => broker.nowMs })
  fleet.admit({ id: 'a', secret: 'secret-a' })
  fleet.admit({ id: 'b', secret: 'secret-b' })
  return { broker, sent, fleet }
}

describe('a fleet', () => {
  it('gives each device a connection of its own, with its own secret, and keeps it', async () => {
    const { broker, sent, fleet } = createBroker()
    for (const id of ['a', 'b', 'a']) await fleet.readings(id, [reading])
    expect(broker.opened).toEqual([
      { id: 'a', secret: 'secret-a' },
      { id: 'b', secret: 'secret-b' },
    ])
    expect(sent[2]).toEqual({ id: 'a', topic: 'lading/v1/a/telemetry' })
  })

  it('opens a lost connection again when there is something to send', async () => {
    const { broker, fleet } = createBroker()
    await fleet.readings('a', [reading])
    broker.open.delete('a')
    await fleet.readings('a', [reading])
    expect(broker.opened).toHaveLength(2)
  })

  it('leaves a refused device alone for a while, says so once, and lets the others send', async () => {
    const { broker, sent, fleet } = createBroker()
    broker.refused.add('a')
    for (let attempt = 0; attempt < 3; attempt++) await expect(fleet.readings('a', [reading])).rejects.toThrow(DeviceRefused)
    await fleet.readings('b', [reading])
    expect(fleet.connected()).toBe(true)
    expect(sent).toHaveLength(1)
    expect(broker.said).toHaveLength(1)
    broker.refused.clear()
    await expect(fleet.readings('a', [reading])).rejects.toThrow(DeviceRefused)
    broker.nowMs += 30_000
    await fleet.readings('a', [reading])
    expect(sent).toHaveLength(2)
  })

  it('waits a moment when the broker is away, and says so once', async () => {
    const { broker, fleet } = createBroker()
    broker.away = true
    await expect(fleet.readings('a', [reading])).rejects.toThrow(BrokerUnreachable)
    expect(fleet.connected()).toBe(false)
    broker.nowMs += 1000
    expect(fleet.connected()).toBe(true)
    await expect(fleet.readings('b', [reading])).rejects.toThrow(BrokerUnreachable)
    expect(broker.said).toHaveLength(1)
  })

  it('closes the connection of a device that has arrived, and all of them in the end', async () => {
    const { broker, fleet } = createBroker()
    await fleet.readings('a', [reading])
    await fleet.readings('b', [reading])
    await fleet.leave('a')
    expect([...broker.open]).toEqual(['b'])
    expect(fleet.secretOf('a')).toBeUndefined()
    await fleet.close()
    expect([...broker.open]).toEqual([])
  })
})
