import type { ModelName } from '../domain/model.ts'

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
  /** From time to time: predictions whose truth has come are scored. */
  score: Record<string, never>
  /** Every night of platform time: all models are tested on the past and trained anew. */
  retrain: Record<string, never>
  /** One model is tested on the past and trained anew: makes the flow of the two jobs below. */
  train: { runId: string; model: ModelName }
  /** One piece of the test; any number of them, in any order. */
  'train-part': { runId: string; model: ModelName; part: string }
  /** After all pieces: the verdict, and the model trained on everything. */
  'train-finish': { runId: string; model: ModelName }
  /** Something that demand forecasts rest on changed, or they grew old: forecasts, stock plans and proposals of whatever asks for it. */
  forecast: Record<string, never>
  /** From time to time: what endangers the promises of shipments under way. */
  risk: Record<string, never>
  /** From time to time: what became news to recipients is written into messages. */
  news: Record<string, never>
  /** From time to time: exchange rates are fetched from where a setting says. */
  rates: Record<string, never>
  /** From time to time: feeds of hazards are fetched from where a setting says. */
  hazards: Record<string, never>
  /** Messages to recipients are due: they are sent. */
  mail: Record<string, never>
  /** From time to time, and when somebody recorded something of a partner: their scores. */
  partners: Record<string, never>
}
export type JobName = keyof Jobs
