import type { EtaStage } from './eta.ts'

export type EtaChange = Pick<EtaStage, 'sequence' | 'kind'> & { hours: number }

/** Less than this is not worth a word. */
const noticeableHours = 0.5
const most = 3
/** Customs adds nothing where nothing was known of it. */
const nothing = { p50Hours: 0 }

/** Which stages moved an arrival time between two explanations of it, and by how many hours, the largest first. */
export const etaChanges = (before: EtaStage[], after: EtaStage[]): EtaChange[] =>
  after
    .flatMap(({ sequence, kind, p50Hours }) => {
      const then = before.find((stage) => stage.sequence === sequence && stage.kind === kind) ?? (kind === 'customs' ? nothing : undefined)
      return then ? [{ sequence, kind, hours: Math.round((p50Hours - then.p50Hours) * 10) / 10 }] : []
    })
    .filter(({ hours }) => Math.abs(hours) >= noticeableHours)
    .sort((one, other) => Math.abs(other.hours) - Math.abs(one.hours))
    .slice(0, most)
