import { Alert } from '@lading/shared/contract/alert'
import {
  type LiveAlertMessage,
  type LiveAssignmentMessage,
  type LiveCurrencyMessage,
  type LivePositionMessage,
  type LiveShipmentMessage,
  liveTopics,
} from '@lading/shared/live/topics'
import Type from 'typebox'
import { Compile } from 'typebox/compile'

/** What is heard on the bus, by topic. */
export type Hearing = {
  positions: (message: LivePositionMessage) => void
  shipments: (message: LiveShipmentMessage) => void
  alerts: (message: LiveAlertMessage) => void
  assignments: (message: LiveAssignmentMessage) => void
  currencies: (message: LiveCurrencyMessage) => void
}

const checks = {
  positions: Compile(
    Type.Array(
      Type.Object({
        deviceId: Type.String(),
        lat: Type.Number(),
        lon: Type.Number(),
        recordedAtMs: Type.Number(),
        speedKmh: Type.Optional(Type.Number()),
        headingDeg: Type.Optional(Type.Number()),
      }),
    ),
  ),
  shipments: Compile(Type.Object({ shipmentIds: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' })) })),
  alerts: Compile(Type.Object({ alerts: Type.Array(Alert) })),
  assignments: Compile(Type.Object({ deviceId: Type.String() })),
  currencies: Compile(Type.Object({})),
}

const nameOf = new Map<string, keyof Hearing>([
  [liveTopics.positions, 'positions'],
  [liveTopics.shipments, 'shipments'],
  [liveTopics.alerts, 'alerts'],
  [liveTopics.assignments, 'assignments'],
  [liveTopics.currencies, 'currencies'],
])

/**
 * Hands a message of the bus to who hears it. The broker is a door like any other: what does not have the right shape is
 * refused and answered with what is wrong. Topics that nobody here knows belong to newer processes and are left alone.
 */
export const hear = (hearing: Hearing, topic: string, payload: Buffer): string | undefined => {
  const name = nameOf.get(topic)
  if (!name) return undefined
  const message = parse(payload)
  if (!checks[name].Check(message)) return message === undefined ? 'not JSON' : 'not the shape that the topic has'
  hearing[name](message as never)
  return undefined
}

const parse = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString())
  } catch {
    // Told apart from every JSON value by the caller.
    return undefined
  }
}
