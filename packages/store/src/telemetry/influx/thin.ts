import { type HourlyFigures, hourMs, hourOf } from '../hourly-figures.ts'
import { fromHourlyRow, type HourlyRow } from '../hourly-row.ts'
import type { Passing, Thinned } from '../telemetry-store.ts'
import { clearHour, writeAll } from './clear-hour.ts'
import type { Connection } from './connection.ts'
import { deletionOf } from './deletion.ts'
import { toHourlyLine } from './hourly-lines.ts'
import { type Stretch, selectDevicesIn, selectFigures, selectFirst, selectProgress } from './hourly-statements.ts'
import { lateMeasurement } from './with-late-copies.ts'

const hourFrom = (fromMs: number): Stretch => ({ fromMs, untilMs: fromMs + hourMs })

/**
 * Hour after hour, each once and for good: figures, then a note that they are durable, then the readings go, then a note that they
 * have gone. Whoever finds the first note without the second goes on with deleting, as figures of what is left would be wrong.
 */
export const thinReadings = async (connection: Connection, { recordedBeforeMs, receivedBeforeMs, signal }: Passing): Promise<Thinned> => {
  const remove = await deletionOf(connection)
  if ('why' in remove) return { outcome: 'impossible', why: remove.why }
  const endMs = hourOf(recordedBeforeMs)
  const total = { readings: 0, hours: 0 }
  const note = (hour: Stretch, fields: string) =>
    writeAll(connection, [`thinned_hour ${fields} ${hour.fromMs}`], (lines) => lines.join('\n'))
  const clear = async (hour: Stretch, countedBeforeMs: number) => {
    await clearHour(connection, remove, hour, countedBeforeMs)
    await note(hour, 'cleared=1')
  }

  const [last] = await connection.query(selectProgress)
  if (last && last.cleared !== 1) await clear(hourFrom(last.time as number), last.receivedBeforeMs as number)
  let fromMs = last ? (last.time as number) + hourMs : 0
  while (!signal?.aborted) {
    const [first] = await connection.query(selectFirst({ fromMs, untilMs: endMs }))
    if (!first) break
    const hour = hourFrom(hourOf(first.time as number))
    fromMs = hour.untilMs
    const figures = await figuresOf(connection, hour, receivedBeforeMs)
    // All of it came late and waits for its turn, unless a later hour is thinned before.
    if (figures.length === 0) continue
    await writeAll(connection, figures, (some) => some.map(toHourlyLine).join('\n'))
    await note(hour, `receivedBeforeMs=${receivedBeforeMs}`)
    await clear(hour, receivedBeforeMs)
    total.hours += figures.length
    total.readings += figures.reduce((sum, { count }) => sum + count, 0)
  }
  // Hours before the last one are not thinned again, so that nothing goes with them any more.
  if (total.hours > 0) await remove(lateMeasurement, { fromMs: 0, untilMs: fromMs })
  return { outcome: 'thinned', ...total }
}

/** The figures of one device take about a millisecond, more on a busy machine. */
const devicesAtOnce = 100

const figuresOf = async (connection: Connection, hour: Stretch, receivedBeforeMs: number): Promise<HourlyFigures[]> => {
  const [devices = []] = await connection.ask(selectDevicesIn(hour, receivedBeforeMs))
  const all: HourlyFigures[] = []
  for (let from = 0; from < devices.length; from += devicesAtOnce) {
    const some = devices.slice(from, from + devicesAtOnce).map(({ device }) => device)
    all.push(...toFigures(hour, await connection.ask(selectFigures(some, hour, receivedBeforeMs), 'POST')))
  }
  return all
}

const toFigures = (hour: Stretch, [figures = [], firsts = [], lasts = [], fixes = []]: Awaited<ReturnType<Connection['ask']>>) => {
  const rowsOf = (series: typeof figures) => new Map(series.map(({ device, rows }) => [device, rows[0]]))
  const [first, last, fix] = [rowsOf(firsts), rowsOf(lasts), rowsOf(fixes)]
  return figures.map(({ device, rows }) =>
    fromHourlyRow(device, {
      ...(rows[0] as HourlyRow),
      hourMs: hour.fromMs,
      firstMs: first.get(device)?.time as number,
      lastMs: last.get(device)?.time as number,
      ...(fix.get(device) as HourlyRow | undefined),
      fixAtMs: fix.get(device)?.time as number | undefined,
    }),
  )
}
