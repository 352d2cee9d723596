import { platformUser } from '@lading/shared/broker/names'

/** Lading's own processes. `#` leaves out what begins with `$`. */
export const platformAccess = {
  name: platformUser,
  publishes: ['live/#', 'lading/v1/+/telemetry', 'spBv1.0/+/NCMD/+'],
  hears: ['#', '$share/#', '$SYS/#'],
}

export const controlTopic = '$CONTROL/dynamic-security/v1'

/** Who tells Mosquitto whom to let in, and may do nothing else. */
export const adminAccess = { publishes: [controlTopic], hears: [`${controlTopic}/response`] }
