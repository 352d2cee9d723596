import Type from 'typebox'
import { Instant } from './common.ts'

/** Platform time now, and how many seconds of it pass in one second; 1 unless a demonstration runs fast. */
export const ClockReading = Type.Object({ now: Instant, speed: Type.Number({ exclusiveMinimum: 0 }) })
export type ClockReading = Type.Static<typeof ClockReading>

/** What the dashboard needs to know before it draws. Without `tiles` the map shows only the land it brings along. */
export const DashboardSettings = Type.Object({
  clock: ClockReading,
  signedIn: Type.Boolean({ description: 'whether the request came with a session that holds' }),
  broker: Type.Object(
    { host: Type.Union([Type.String(), Type.Null()]), port: Type.Integer(), tls: Type.Boolean() },
    { description: 'where devices publish; without a host it is that of the dashboard' },
  ),
  tiles: Type.Union([Type.Null(), Type.Object({ url: Type.String(), attribution: Type.String() })]),
})
export type DashboardSettings = Type.Static<typeof DashboardSettings>
