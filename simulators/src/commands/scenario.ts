import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { isOver } from '../demo/plan-fleet.ts'
import { createReporter } from '../demo/reporter.ts'
import { readingAt } from '../device/reading-at.ts'
import { reportTimes } from '../device/report-times.ts'
import { createJourney, type JourneyRequest } from '../journey/create-journey.ts'
import { type Journey, type TroubleKind, troubleKinds } from '../journey/journey.ts'
import { placeAt } from '../journey/place-at.ts'
import { isPossible } from '../journey/trouble.ts'
import { createAnnouncer } from '../platform/announce.ts'
import { UsageError } from '../usage-error.ts'
import type { Command, Context } from './command.ts'
import { withPlatform } from './connect.ts'
import { faultsOption, numberOption } from './options.ts'

const tickMs = 1000

/** One consignment of a scenario: announced, its past reported, and followed until it has arrived. */
export const scenario =
  (name: string): Command =>
  async (context) => {
    const { values } = parseArgs({
      args: context.args,
      options: {
        seed: { type: 'string', default: '1' },
        share: { type: 'string', default: '0.3' },
        trouble: { type: 'string' },
        faults: { type: 'string', default: 'none' },
        print: { type: 'boolean', default: false },
        start: { type: 'string', default: '2026-01-05T06:00:00Z' },
        addresses: { type: 'string' },
      },
    })
    const trouble = troubleOption(values.trouble)
    const request = { seed: values.seed, number: 0, scenario: name, startMs: startOption(values.start), trouble }
    const unmoved = createJourney(request)
    if (trouble && !isPossible(trouble, unmoved))
      throw new UsageError(`${trouble} cannot happen on this journey; try another --seed or trouble`)
    if (values.print) return print(unmoved, context)

    const share = numberOption('share', values.share, 0, 1)
    const rates = faultsOption(values.faults)
    await withPlatform(context, values.addresses, async ({ addresses, api, connect, time: { clock, speed } }) => {
      const journey = travelled(request, unmoved, share, clock.now().getTime())
      const announce = createAnnouncer(api)
      const publisher = await connect(await announce.device(journey))
      const shipmentId = await announce.shipment(journey)
      if (!shipmentId) throw new UsageError(`${journey.trackingNumber} is announced already: choose another --seed`)
      for (const line of describe(journey)) context.say(line)
      context.say(`shipment ${shipmentId}  ${addresses.dashboard}/?shipment=${shipmentId}`)
      const reporter = createReporter({ journey, publisher, rates })
      while (!isOver(journey, reporter.reportedUntilMs()) && !context.signal.aborted) {
        const nowMs = clock.now().getTime()
        await reporter.report(nowMs)
        context.say(progress(journey, nowMs))
        await sleep(Math.max(tickMs, 600_000 / speed), undefined, { signal: context.signal }).catch(() => {})
      }
    })
  }

const travelled = (request: JourneyRequest, { startMs, deliveredMs }: Journey, share: number, nowMs: number) =>
  createJourney({ ...request, startMs: Math.round(nowMs - share * (deliveredMs - startMs)) })

const print = async (journey: Journey, { say, signal }: Context) => {
  for (const atMs of reportTimes(journey, journey.startMs - 1, Number.POSITIVE_INFINITY)) {
    if (signal.aborted) return
    say(JSON.stringify({ deviceId: journey.deviceId, ...readingAt(journey, atMs) }))
  }
}

const describe = ({ trackingNumber, deviceId, legs, trouble }: Journey) => [
  `${trackingNumber}, carried along by ${deviceId}`,
  ...legs.map(({ mode, origin, destination, line: { totalKm }, departureMs, arrivalMs }) =>
    [mode.padEnd(6), origin.name, '→', destination.name, `${Math.round(totalKm)} km,`, minute(departureMs), '→', minute(arrivalMs)].join(
      ' ',
    ),
  ),
  ...(trouble ? [`trouble: ${trouble.kind}, ${minute(trouble.fromMs)} to ${minute(trouble.untilMs)}`] : []),
]

const progress = (journey: Journey, nowMs: number) => {
  const { lat, lon, speedKmh, moving, leg, km } = placeAt(journey, nowMs)
  const doing = moving
    ? `${leg.mode}, ${Math.round(speedKmh)} km/h, ${Math.round(leg.line.totalKm - km)} km to ${leg.destination.name}`
    : `at ${nowMs < leg.departureMs ? leg.origin.name : leg.destination.name}`
  return `${minute(nowMs)}  ${lat.toFixed(3)} ${lon.toFixed(3)}  ${doing}`
}

const minute = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`

const troubleOption = (raw: string | undefined): TroubleKind | null => {
  if (raw === undefined) return null
  const kind = troubleKinds.find((known) => known === raw)
  if (!kind) throw new UsageError(`--trouble wants one of ${troubleKinds.join(', ')}, not "${raw}"`)
  return kind
}

const startOption = (raw: string) => {
  const ms = Date.parse(raw)
  if (Number.isNaN(ms)) throw new UsageError(`--start wants an ISO 8601 instant, not "${raw}"`)
  return ms
}
