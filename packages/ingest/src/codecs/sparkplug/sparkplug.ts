import type { Claim, Codec, Decoded } from '../codec.ts'
import { isDeviceId } from '../device-id.ts'
import { createEdgeNodes } from './edge-nodes.ts'
import { readMetric } from './measurement.ts'
import { type Payload, readPayload, valueOfMetric } from './read-payload.ts'
import { rebirthRequest } from './rebirth.ts'

const prefix = 'spBv1.0/'

// A node answers a rebirth with all its births; what arrives until then would ask again.
const rebirthEveryMs = 10_000

type Deps = { publish: (topic: string, payload: Buffer) => void; nowMs: () => number }

/**
 * Sparkplug B 3.0: `spBv1.0/<group>/<N|D><BIRTH|DATA|DEATH>/<node>[/<device>]`; the device is
 * `sparkplug:<group>:<node>[:<device>]`. Births give names, types and units; data may name a metric by alias alone. A gap in
 * `seq` or an unknown alias asks the node for a rebirth. See https://sparkplug.eclipse.org/specification/
 */
export const createSparkplug = ({ publish, nowMs }: Deps): Codec => {
  const nodes = createEdgeNodes()
  const askedAtMs = new Map<string, number>()
  // The pipeline may run again over the same messages, which counts them once.
  const decoded = new WeakMap<Buffer, Decoded>()

  const askForRebirth = (group: string, node: string) => {
    const key = `${group}/${node}`
    for (const [asked, atMs] of askedAtMs) if (nowMs() - atMs >= rebirthEveryMs) askedAtMs.delete(asked)
    if (askedAtMs.has(key)) return
    askedAtMs.set(key, nowMs())
    const { topic, payload } = rebirthRequest(group, node, nowMs())
    publish(topic, payload)
  }

  const read = (topic: string, bytes: Buffer): Decoded => {
    const [, group = '', type = '', node = '', device = ''] = topic.split('/')
    const deviceId = ['sparkplug', group, node, ...(device ? [device] : [])].join(':')
    if (!isDeviceId(deviceId)) return { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` }
    const payload = readOrProblem(bytes)
    if ('problem' in payload) return { outcome: 'reject', reason: 'not-decoded', detail: payload.problem, deviceId }
    const { seq, metrics } = payload
    const key = `${group}/${node}`
    if (type === 'NDEATH') {
      nodes.end(key, bdSeqOf(payload))
      return { outcome: 'ignore' }
    }
    if (type === 'NBIRTH') nodes.begin(key, seq, bdSeqOf(payload))
    else if (!nodes.follows(key, seq)) askForRebirth(group, node)
    if (type === 'DDEATH') {
      nodes.forget(key, device)
      return { outcome: 'ignore' }
    }
    if (type.endsWith('BIRTH')) nodes.learn(key, device, metrics)
    const unknown = metrics.find((metric) => !nodes.find(key, device, metric))
    if (!unknown) return toDecoded(deviceId, key, device, payload)
    askForRebirth(group, node)
    const detail = `the alias ${unknown.alias ?? '(none)'} is not known; the node was asked for a rebirth`
    return { outcome: 'reject', reason: 'not-decoded', detail, deviceId }
  }

  /** A claim for each time, as metrics may have times of their own; none where nothing has a name that Lading knows. */
  const toDecoded = (deviceId: string, key: string, device: string, { metrics, sentAtMs }: Payload): Decoded => {
    const claims = new Map<string, Claim & { values: object }>()
    for (const metric of metrics) {
      const born = nodes.find(key, device, metric)
      const values = born && readMetric(born, valueOfMetric(metric, metric.type ?? born.type))
      if (!values || Object.keys(values).length === 0) continue
      const { isHistorical, recordedAtMs: recordedAt = sentAtMs } = metric
      const at = `${recordedAt} ${isHistorical}`
      const before = claims.get(at)?.values
      claims.set(at, { values: { recordedAt, ...values, ...before }, ...(isHistorical && { isHistorical }) })
    }
    return claims.size === 0 ? { outcome: 'ignore' } : { outcome: 'claims', deviceId, claims: [...claims.values()] }
  }

  return {
    name: 'sparkplug',
    // Each process needs the births and an unbroken sequence. What both store is one reading, by its device and time.
    unshared: true,
    filters: ['NBIRTH', 'NDATA', 'NDEATH']
      .map((type) => `${prefix}+/${type}/+`)
      .concat(['DBIRTH', 'DDATA', 'DDEATH'].map((type) => `${prefix}+/${type}/+/+`)),
    reads: (topic) => topic.startsWith(prefix),
    decode: (topic, bytes) => {
      const outcome = decoded.get(bytes) ?? read(topic, bytes)
      decoded.set(bytes, outcome)
      return outcome
    },
  }
}

const readOrProblem = (bytes: Buffer): Payload | { problem: string } => {
  try {
    return readPayload(bytes)
  } catch (error) {
    return { problem: `not a Sparkplug B payload: ${(error as Error).message}` }
  }
}

const bdSeqOf = ({ metrics }: Payload) => {
  const metric = metrics.find(({ name }) => name === 'bdSeq')
  const value = metric && valueOfMetric(metric, metric.type)
  return typeof value === 'number' ? value : undefined
}
