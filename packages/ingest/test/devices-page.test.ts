import { readFileSync } from 'node:fs'
import { createCodecs } from '@lading/ingest/codecs/index'
import { readMappings } from '@lading/ingest/codecs/mapping/read-mappings'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { expect, test } from 'vitest'
import { delivery } from './support/delivery.ts'
import { pipelineOf } from './support/pipeline.ts'

const page = readFileSync(new URL('../../../docs/devices.md', import.meta.url), 'utf8')
const blocks = (language: string) => [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)
const mappings = blocks('json').flatMap(readMappings)
const pipeline = pipelineOf({ more: createCodecs({ mappings, traccarTopic: 'traccar', publish: () => {}, nowMs: () => 0 }) })

const messages = blocks('sh').flatMap((command) => {
  const [, topic] = / -t '([^']+)'/.exec(command) ?? []
  const [, text] = / -m '([^']+)'/.exec(command) ?? []
  const [, bytes] = /^echo '([^']+)' \| base64 -d/m.exec(command) ?? []
  const [, device, posted] = /curl .*-u "(.+?):.*\/v1\/readings -d '([^']+)'/.exec(command) ?? []
  if (device) return [{ topic: telemetryTopic(device), payload: Buffer.from(posted ?? '') }]
  return topic ? [{ topic, payload: bytes ? Buffer.from(bytes, 'base64') : Buffer.from(text ?? '') }] : []
})

test.each(messages)('The message of the page to $topic becomes a reading.', async ({ topic, payload }) => {
  const { arrivals, rejections } = await pipeline([{ ...delivery(topic, ''), payload }])
  expect(rejections).toEqual([])
  expect(arrivals).toHaveLength(1)
  const { deviceId, recordedAtMs, receivedAtMs, ...measurements } = arrivals[0]?.reading ?? {}
  expect(new Date(recordedAtMs ?? 0).toISOString()).toMatch(/^2026-06-01T11:59:00/)
  expect(Object.values(measurements).some((value) => value !== undefined)).toBe(true)
})

test('The page has a message for every family.', () => {
  expect(messages.map(({ topic }) => topic.split('/')[0])).toEqual([
    'lading',
    'lading',
    'owntracks',
    'v3',
    'application',
    'traccar',
    'spBv1.0',
    'acme',
  ])
})
