import { conditionNames } from '@lading/shared/domain/reading'
import type { Figures } from '../hourly-figures.ts'
import { figureName } from '../hourly-row.ts'
import type { DeviceRange } from '../telemetry-store.ts'
import { text } from './statements.ts'

/** All devices' time from `fromMs` until before `untilMs`. */
export type Stretch = { fromMs: number; untilMs: number }

const within = ({ fromMs, untilMs }: Stretch) => `time >= ${Math.trunc(fromMs)}ms AND time < ${Math.trunc(untilMs)}ms`

const functions: [keyof Figures, string][] = [
  ['count', 'COUNT'],
  ['min', 'MIN'],
  ['mean', 'MEAN'],
  ['max', 'MAX'],
]
const aggregates = conditionNames.flatMap((name) => functions.map(([figure, of]) => `${of}("${name}") AS "${figureName(name, figure)}"`))

const countedIn = (hour: Stretch, receivedBeforeMs: number) =>
  `FROM "reading" WHERE ${within(hour)} AND "receivedAtMs" < ${receivedBeforeMs}`

/** The devices whose readings of the hour came before `receivedBeforeMs`. */
export const selectDevicesIn = (hour: Stretch, receivedBeforeMs: number) =>
  `SELECT COUNT("receivedAtMs") ${countedIn(hour, receivedBeforeMs)} GROUP BY "device"`

/**
 * What the readings of these devices come to that came before `receivedBeforeMs`: the figures, the first, the last, and the last
 * fix. A single FIRST or LAST without a grouping by time answers with the time of its reading, and looks at one hour here, not at
 * all time.
 */
export const selectFigures = (deviceIds: string[], hour: Stretch, receivedBeforeMs: number) => {
  const ofThese = deviceIds.map((deviceId) => `"device" = ${text(deviceId)}`).join(' OR ')
  const counted = `${countedIn(hour, receivedBeforeMs)} AND (${ofThese})`
  const hasFix = '"lat" >= -90 AND "lon" >= -180'
  return [
    `SELECT COUNT("receivedAtMs") AS "count", ${aggregates.join(', ')} ${counted} GROUP BY "device"`,
    `SELECT FIRST("receivedAtMs") ${counted} GROUP BY "device"`,
    `SELECT LAST("receivedAtMs") ${counted} GROUP BY "device"`,
    `SELECT LAST("lat") AS "lat", "lon", "speedKmh", "headingDeg" ${counted} AND ${hasFix} GROUP BY "device"`,
  ].join('; ')
}

/** Everything that came from `receivedFromMs` on, by device. */
export const selectUncounted = (measurement: string, hour: Stretch, receivedFromMs: number) =>
  `SELECT * FROM "${measurement}" WHERE ${within(hour)} AND "receivedAtMs" >= ${receivedFromMs} GROUP BY "device"`

export const selectFirst = (stretch: Stretch) => `SELECT FIRST("receivedAtMs") FROM "reading" WHERE ${within(stretch)}`

/** The devices with readings before a time; those of them that brought one from `receivedFromMs` on. */
export const selectDevicesBefore = (untilMs: number, receivedFromMs: number) => {
  const old = `SELECT COUNT("receivedAtMs") FROM "reading" WHERE time < ${untilMs}ms`
  return `${old} GROUP BY "device"; ${old} AND "receivedAtMs" >= ${receivedFromMs} GROUP BY "device"`
}

export const selectHours = ({ deviceId, ...stretch }: DeviceRange) =>
  `SELECT * FROM "reading_hourly" WHERE "device" = ${text(deviceId)} AND ${within(stretch)} ORDER BY time ASC`

/** How far thinning has come: the last hour that was begun. */
export const selectProgress = 'SELECT LAST("receivedBeforeMs") AS "receivedBeforeMs", "cleared" FROM "thinned_hour"'
