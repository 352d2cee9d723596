/**
 * The work that processes ask of the workers. Jobs say what to look at, never what was seen: a job that runs twice, or
 * after a newer one, does no harm.
 */
export type Jobs = {
  /** New readings of the device are stored: milestones, ETA and alerts of the shipments it travels with. */
  track: { deviceId: string }
  /** A shipment was created or its legs changed: planned routes and milestones, first ETA. */
  plan: { shipmentId: string }
  /** From time to time: devices that fell silent, work that was lost, ETAs that grew old. */
  sweep: Record<string, never>
  /** From time to time: what was kept for as long as the policy says goes. */
  retain: Record<string, never>
}
export type JobName = keyof Jobs
