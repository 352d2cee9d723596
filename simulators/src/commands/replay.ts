import { readFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { type Mode, modes } from '@lading/shared/domain/mode'
import type { Publisher } from '../platform/publisher.ts'
import { deviceName } from '../replay/device-name.ts'
import { parseCsv } from '../replay/parse-csv.ts'
import { parseRec } from '../replay/parse-rec.ts'
import { rebase, type Track } from '../replay/track.ts'
import { trackBooking } from '../replay/track-booking.ts'
import { UsageError } from '../usage-error.ts'
import type { Command } from './command.ts'
import { withPlatform } from './connect.ts'
import { numberOption } from './options.ts'

/** Each format with how its devices publish, and the way of carriage it usually records. */
const formats = {
  '.rec': {
    parse: parseRec,
    mode: 'road',
    deviceId: ({ user, device }: Names) => `${user}:${device}`,
    topic: ({ user, device }: Names) => `owntracks/${user}/${device}`,
  },
  '.csv': {
    parse: parseCsv,
    mode: 'sea',
    deviceId: ({ device }: Names) => device,
    topic: ({ device }: Names) => telemetryTopic(device),
  },
} as const
type Names = ReturnType<typeof deviceName>

/** A recorded track, sent by MQTT as its device would, and a shipment that it belongs to. */
export const replay: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: context.args,
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      'keep-times': { type: 'boolean', default: false },
      speed: { type: 'string' },
      fast: { type: 'boolean', default: false },
      addresses: { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UsageError('replay wants one file: npm run simulate -- replay FILE')
  if (values.fast && values.speed !== undefined) throw new UsageError('--fast and --speed exclude each other')
  const format = formats[extname(file).toLowerCase() as keyof typeof formats]
  if (!format) throw new UsageError(`${file} is neither an OwnTracks recorder file (.rec) nor a table (.csv)`)
  const mode = modeOption(values.mode ?? format.mode)
  const speed = values.speed === undefined ? undefined : numberOption('speed', values.speed, 0.001, 1_000_000)
  const path = resolve(context.startedIn, file)
  const recorded = format.parse(await readTrack(path))
  if (recorded.fixes.length < 2) throw new UsageError(`${file} holds ${recorded.fixes.length} positions; a track has two at least`)

  const names = deviceName(path)
  const deviceId = format.deviceId(names)
  await withPlatform(context, values.addresses, async ({ addresses, api, connect, time: { clock } }) => {
    const track = values['keep-times'] ? recorded : rebase(recorded, clock.now().getTime())
    const { locations, booking } = trackBooking({ name: basename(file, extname(file)), mode, track })
    await Promise.all(locations.map(api.putLocation))
    const publisher = await connect({ id: deviceId, secret: await api.enrol({ id: deviceId, label: `Replay of ${basename(file)}` }) })
    const shipmentId = await api.createShipment(booking)
    if (!shipmentId) throw new UsageError('the api gave the shipment a number that is taken')
    await api.assign(deviceId, { shipmentId, from: new Date(track.fixes[0]?.atMs ?? 0).toISOString() })
    const sent = await send(publisher, format.topic(names), track, speed, context.signal)
    const shipment = await api.shipment(shipmentId)
    context.say(`${sent} messages of ${deviceId} sent to ${format.topic(names)}`)
    context.say(`shipment ${shipment?.trackingNumber}, id ${shipmentId}`)
    context.say(`${addresses.dashboard}/?shipment=${shipmentId}`)
  })
}

const send = async (publisher: Publisher, topic: string, { fixes, others }: Track, speed: number | undefined, signal: AbortSignal) => {
  let sent = 0
  const publish = async (payload: string) => {
    await publisher.raw(topic, payload)
    sent++
  }
  for (const [index, fix] of fixes.entries()) {
    for (const { payload } of others.filter(({ afterFix }) => afterFix === index)) await publish(payload)
    const before = fixes[index - 1]
    if (before && speed !== undefined) await sleep((fix.atMs - before.atMs) / speed, undefined, { signal })
    await publish(fix.payloadAt(fix.atMs))
  }
  for (const { payload } of others.filter(({ afterFix }) => afterFix >= fixes.length)) await publish(payload)
  return sent
}

const readTrack = (path: string) =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read: ${error.message}`)
  })

const modeOption = (raw: string): Mode => {
  const mode = modes.find((known) => known === raw)
  if (!mode) throw new UsageError(`--mode wants one of ${modes.join(', ')}, not "${raw}"`)
  return mode
}
