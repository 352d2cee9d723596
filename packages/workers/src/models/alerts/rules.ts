import type { AlertKind } from '@lading/shared/domain/alert'
import { customsDelay } from './customs-delay.ts'
import { customsHold } from './customs-hold.ts'
import { declaration } from './declaration.ts'
import { freeTime } from './free-time.ts'
import { geofenceDwell, geofenceEntered, geofenceLeft } from './geofence.ts'
import { hazardAhead } from './hazard-ahead.ts'
import { late } from './late.ts'
import { lowBattery } from './low-battery.ts'
import { offRoute } from './off-route.ts'
import type { Rule } from './rule.ts'
import { shock } from './shock.ts'
import { silentDevice } from './silent-device.ts'
import { stalled } from './stalled.ts'
import { temperature } from './temperature.ts'

export const rules: Record<AlertKind, Rule> = {
  temperature,
  shock,
  stalled,
  'off-route': offRoute,
  'silent-device': silentDevice,
  'low-battery': lowBattery,
  late,
  'customs-hold': customsHold,
  'customs-delay': customsDelay,
  declaration,
  'free-time': freeTime,
  'geofence-entered': geofenceEntered,
  'geofence-left': geofenceLeft,
  'geofence-dwell': geofenceDwell,
  'hazard-ahead': hazardAhead,
  // The job that computes risk opens and closes the first, people the second; both end with the shipment.
  risk: () => 'unclear',
  drill: () => 'unclear',
}
