import type { Severity } from './alert.ts'
import type { RiskKind } from './risk.ts'

/** What is to be done, by whom and within which time from the start; and what is to be sent, where somebody has to be told. */
export type PlaybookStep = { title: string; owner: string; withinMinutes: number; message?: string | undefined }

/** Stands in a message for what it is about: the tracking number of a shipment, or the code of a currency. */
export const numberMark = '{number}'
export const messageAbout = (message: string, name: string) => message.replaceAll(numberMark, name)

export const stepOutcomes = ['done', 'skipped'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

/** When a score opens an alert: from `openAt` on, until it is below `closeAt`. */
export type WarningRule = {
  id: string
  name: string
  /** By which kind; null: the probability that the promise is broken. */
  kind: RiskKind | null
  openAt: number
  closeAt: number
  severity: Severity
  /** Times of the day between which it opens nothing, unless it is critical; null where there are none. */
  quiet: { from: string; until: string; zone: string } | null
  /** Nobody acknowledged it for so long: it becomes critical. */
  escalateAfterMinutes: number | null
  /** Begun with the alert. */
  playbookId: string | null
}
