import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seedCurrencies } from '../currencies/seed-currencies.ts'
import { publishedTables } from '../customs/published.ts'
import type { FaultRates } from '../faults/rates.ts'
import { createJourney, type JourneyRequest } from '../journey/create-journey.ts'
import type { Journey } from '../journey/journey.ts'
import { truthOf } from '../journey/truth-of.ts'
import { createAnnouncer } from '../platform/announce.ts'
import type { Api } from '../platform/api.ts'
import type { PlatformClock } from '../platform/clock.ts'
import { BrokerUnreachable, DeviceRefused } from '../platform/device-connection.ts'
import type { Fleet } from '../platform/fleet.ts'
import { announceRange, seedStock } from '../stock/seed-stock.ts'
import { createShop } from '../stock/shop.ts'
import { exampleChange, exampleRules } from '../trade/example-rules.ts'
import { UsageError } from '../usage-error.ts'
import { atMost } from './at-most.ts'
import { type CustomsBroker, createCustomsBroker } from './customs-broker.ts'
import { drawAreas } from './draw-areas.ts'
import { billDuties, offerPayments } from './duties-due.ts'
import { seedClaims } from './example-claims.ts'
import { seedPartners } from './example-partners.ts'
import { letPartnersIn } from './let-partners-in.ts'
import { offerServices } from './offer-services.ts'
import { pastClearances } from './past-clearances.ts'
import { pastJourneys } from './past-journeys.ts'
import { pastStages } from './past-stages.ts'
import { firstRequest, isOver, nextRequest } from './plan-fleet.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { resume } from './resume.ts'
import { tellOfTrouble } from './season-of-trouble.ts'
import { writeState } from './state-file.ts'

type Deps = {
  api: Api
  fleet: Fleet
  time: PlatformClock
  directory: string
  devices: number
  /** Without one: the same in every new platform, another one where there are shipments already. */
  seed: string | undefined
  rates: FaultRates
  say: (line: string) => void
  signal: AbortSignal
  tickMs?: number
}

const saveEveryMs = 5000

// The fleet has said it; what could not be sent stays due, and one device that was revoked holds up nobody else.
const untilNextTime = (error: Error) => {
  if (!(error instanceof BrokerUnreachable || error instanceof DeviceRefused)) throw error
}

/**
 * Keeps as many consignments under way as asked for, until it is stopped. The travelled part of each is told in one late
 * message, then its device reports as time passes; when one has arrived, another one starts.
 */
export const runDemo = async ({
  api,
  fleet,
  time: { clock, speed },
  directory,
  devices,
  seed,
  rates,
  say,
  signal,
  tickMs = 1000,
}: Deps) => {
  const stateFile = join(directory, 'simulators.json')
  const truthFile = join(directory, 'truth.jsonl')
  const announce = createAnnouncer(api)
  const underWay: { request: JourneyRequest; shipmentId: string; reporter: Reporter; customs: CustomsBroker }[] = []
  const moment = () => ({ nowMs: clock.now().getTime(), speed })

  const state = await resume({ api, stateFile, seed })
  let { nextNumber } = state
  const isNew = nextNumber === 0
  await announceRange({ api })
  const shop = createShop({
    ...{ api, seed: state.seed, nowMs: moment().nowMs },
    isCarried: (number) => underWay.some(({ reporter }) => reporter.journey.booking.reference === number),
  })
  if (isNew) await rm(truthFile, { force: true })
  for (const { request, shipmentId, reportedUntilMs, customsToldUntilMs: toldUntilMs, secret } of state.underWay) {
    const journey = createJourney(request)
    fleet.admit(secret === undefined ? await announce.device(journey) : { id: journey.deviceId, secret })
    const reporter = createReporter({ journey, publisher: fleet, rates, reportedUntilMs })
    const customs = createCustomsBroker({ api, journey, shipmentId, ...(toldUntilMs !== undefined && { toldUntilMs }) })
    underWay.push({ request, shipmentId, reporter, customs })
  }
  if (underWay.length > 0) say(`${underWay.length} shipments go on where they stopped`)

  const save = () =>
    writeState(stateFile, {
      seed: state.seed,
      nextNumber,
      underWay: underWay.map(({ request, shipmentId, reporter, customs }) => {
        const [secret, customsToldUntilMs] = [fleet.secretOf(reporter.journey.deviceId), customs.toldUntilMs()]
        const told = { ...(customsToldUntilMs !== undefined && { customsToldUntilMs }), ...(secret !== undefined && { secret }) }
        return { request, shipmentId, reportedUntilMs: reporter.reportedUntilMs(), ...told }
      }),
    })

  const introduce = async (request: JourneyRequest) => {
    const journey = createJourney(request)
    fleet.admit(await announce.device(journey))
    const reporter = createReporter({ journey, publisher: fleet, rates })
    await reporter.report(moment().nowMs)
    return { request, reporter }
  }

  const book = async ({ request, reporter }: Awaited<ReturnType<typeof introduce>>) => {
    const shipmentId = await announce.shipment(reporter.journey)
    // Announced by a run that was killed before it could write that down: the next number takes its place.
    if (!shipmentId) return
    await appendFile(truthFile, `${JSON.stringify(truthOf(shipmentId, reporter.journey))}\n`)
    const customs = createCustomsBroker({ api, journey: reporter.journey, shipmentId })
    underWay.push({ request, shipmentId, reporter, customs })
    await shop.order(reporter.journey)
  }

  // The api may be away for a while; the devices that are under way do not depend on it.
  const awayForNow = (error: Error) => {
    if (signal.aborted || !(error instanceof UsageError)) throw error
    say(`no new shipment, sale or word of customs for now: ${error.message}`)
    return false
  }

  const tellOfCustoms = (nowMs: number) => atMost(4, underWay, ({ customs }) => customs.tell(nowMs)).then(() => true, awayForNow)

  // What is published and when offices work comes first: how clearances went is learnt by that.
  const bringPast = async (past: Journey[]) => {
    for (const { source, csv } of publishedTables()) await api.importCustomsFigures(source, csv)
    await atMost(
      4,
      past.flatMap(({ clearance }) => clearance ?? []),
      ({ office }) => announce.office(office),
    )
    await api.importClearances(pastClearances(past))
    await api.importArrivalHistory(pastStages(past))
  }

  const told = (some: typeof underWay) => some.map(({ reporter: { journey }, shipmentId }) => ({ journey, shipmentId }))

  const begin = async () => {
    const missing = Math.max(0, devices - underWay.length)
    const numbers = Array.from({ length: missing }, (_, index) => nextNumber + index)
    nextNumber += missing
    // Everybody's past is told before anything is booked, or the first arrival times would rest on goods that had not left yet.
    const introduced: Awaited<ReturnType<typeof introduce>>[] = []
    await atMost(4, numbers, async (number) => {
      introduced.push(await introduce(firstRequest(state.seed, number, moment())))
    })
    await atMost(4, introduced, book)
    await tellOfCustoms(moment().nowMs)
    if (missing > 0) say(`${missing} shipments announced, their past reported`)
    if (isNew) await bringPast(pastJourneys(state.seed, moment().nowMs))
  }

  const replaceArrived = async () => {
    const { nowMs } = moment()
    const over = underWay.filter(({ reporter }) => isOver(reporter.journey, nowMs))
    for (const arrived of over) {
      underWay.splice(underWay.indexOf(arrived), 1)
      await fleet.leave(arrived.reporter.journey.deviceId)
      await shop.receive(arrived.reporter.journey)
    }
    const missing = Math.max(0, devices - underWay.length)
    const before = new Set(underWay)
    for (let count = 0; count < missing; count++) await book(await introduce(nextRequest(state.seed, nextNumber++, moment())))
    await billDuties(api, told(underWay.filter((each) => !before.has(each))), nowMs)
    if (over.length > 0)
      say(`${over.map(({ reporter }) => reporter.journey.trackingNumber).join(', ')} arrived; ${missing} new on their way`)
  }

  try {
    if (isNew) {
      await drawAreas(api, moment().nowMs).catch(awayForNow)
      await api.tellTradeRules([...exampleRules, exampleChange(moment().nowMs)]).catch(awayForNow)
    }
    await begin()
    if (isNew) {
      const all = told(underWay)
      await tellOfTrouble(api, all, moment().nowMs).catch(awayForNow)
      await seedStock({ api, seed: state.seed, nowMs: moment().nowMs })
      await offerServices(api).catch(awayForNow)
      await seedCurrencies(api, moment().nowMs)
      await offerPayments(api, moment().nowMs)
      await billDuties(api, all, moment().nowMs).catch(awayForNow)
      await seedPartners({ api, seed: state.seed, nowMs: moment().nowMs })
      await seedClaims({ api, underWay: all, nowMs: moment().nowMs }).catch(awayForNow)
      say('two years of sales told, shelves counted')
    }
    await letPartnersIn(api, directory).catch(awayForNow)
    let savedAt = 0
    while (!signal.aborted) {
      if (fleet.connected()) {
        const { nowMs } = moment()
        // Customs first, so that no goods leave a border before their release is known.
        const isThere = await tellOfCustoms(nowMs)
        await Promise.all(underWay.map(({ reporter }) => reporter.report(nowMs).catch(untilNextTime)))
        if (isThere)
          await replaceArrived()
            .then(() => shop.sell(nowMs))
            .catch(awayForNow)
      }
      if (Date.now() - savedAt >= saveEveryMs) {
        await save()
        savedAt = Date.now()
      }
      await sleep(tickMs, undefined, { signal })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await save().catch((error: Error) => {
      throw new UsageError(`${stateFile} cannot be written: ${error.message}`, { cause: error })
    })
  }
}
