import { telemetryTopic } from '@lading/shared/contract/telemetry'
import type { SimulatedReading } from '../device/reading-at.ts'
import { BrokerUnreachable, type DeviceConnection, type DeviceLogin, DeviceRefused } from './device-connection.ts'
import { payloadOf } from './payload.ts'

/** Many devices, each with a connection and a secret of its own. */
export type Fleet = {
  /** Whether it is worth trying to send. */
  connected: () => boolean
  /** From now on this device can send. */
  admit: (device: DeviceLogin) => void
  secretOf: (deviceId: string) => string | undefined
  readings: (deviceId: string, readings: SimulatedReading[]) => Promise<void>
  /** It has arrived and sends no more. */
  leave: (deviceId: string) => Promise<void>
  close: () => Promise<void>
}

type Deps = { connect: (device: DeviceLogin) => Promise<DeviceConnection>; onTrouble: (message: string) => void; nowMs: () => number }

const brokerPauseMs = 1000
const refusalPauseMs = 30_000

export const createFleet = ({ connect, onTrouble, nowMs }: Deps): Fleet => {
  const secrets = new Map<string, string>()
  const connections = new Map<string, Promise<DeviceConnection>>()
  const refusedUntilMs = new Map<string, number>()
  let brokerAwayUntilMs = Number.NEGATIVE_INFINITY
  let isAway = false

  const fail = (id: string, error: Error) => {
    if (error instanceof DeviceRefused) {
      if (!refusedUntilMs.has(id)) onTrouble(`${error.message}; it is tried again every ${refusalPauseMs / 1000} s`)
      refusedUntilMs.set(id, nowMs() + refusalPauseMs)
    } else if (error instanceof BrokerUnreachable) {
      if (!isAway) onTrouble(`${error.message}; trying again`)
      isAway = true
      brokerAwayUntilMs = nowMs() + brokerPauseMs
    }
  }

  const open = async (id: string): Promise<DeviceConnection> => {
    const secret = secrets.get(id)
    if (secret === undefined) throw new Error(`${id} was never admitted`)
    if (nowMs() < (refusedUntilMs.get(id) ?? 0)) throw new DeviceRefused(`the broker has just refused ${id}`)
    const connection = await connect({ id, secret })
    refusedUntilMs.delete(id)
    isAway = false
    return connection
  }

  const connectionOf = async (id: string): Promise<DeviceConnection> => {
    const known = await connections.get(id)
    if (known?.isOpen()) return known
    const opening = open(id).catch((error: Error) => {
      connections.delete(id)
      fail(id, error)
      throw error
    })
    connections.set(id, opening)
    return opening
  }

  const leave = async (id: string) => {
    const connection = connections.get(id)
    connections.delete(id)
    secrets.delete(id)
    refusedUntilMs.delete(id)
    await (await connection?.catch(() => undefined))?.close()
  }

  return {
    connected: () => nowMs() >= brokerAwayUntilMs,
    admit: ({ id, secret }) => {
      secrets.set(id, secret)
    },
    secretOf: (id) => secrets.get(id),
    readings: async (id, readings) => (await connectionOf(id)).publish(telemetryTopic(id), payloadOf(readings)),
    leave,
    close: async () => {
      await Promise.all([...connections.keys()].map(leave))
    },
  }
}
