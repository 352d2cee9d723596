/** Why someone should look. One alert stays open per shipment and cause, however many readings repeat it. */
export const alertKinds = [
  'temperature',
  'shock',
  'stalled',
  'off-route',
  'silent-device',
  'low-battery',
  'late',
  'customs-hold',
  'customs-delay',
  'declaration',
  'free-time',
  'geofence-entered',
  'geofence-left',
  'geofence-dwell',
  'hazard-ahead',
  'risk',
  'drill',
] as const
export type AlertKind = (typeof alertKinds)[number]

export const severities = ['info', 'warning', 'critical'] as const
export type Severity = (typeof severities)[number]
