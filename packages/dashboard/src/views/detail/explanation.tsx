import type { EtaExplanation } from '@lading/shared/contract/eta'
import type { Leg, Shipment } from '@lading/shared/contract/shipment'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'

type Stage = EtaExplanation['stages'][number]

const hourMs = 3_600_000
const noticeableHours = 0.1
const duration = (hours: number) => formatDuration(hours * hourMs)

/** Why it arrives when it does: what moved it since yesterday or since the first estimate, and the parts that the time is made of. */
export const Explanation = ({ explanation: { stages, changes }, legs }: { explanation: EtaExplanation; legs: Shipment['legs'] }) => (
  <div class="explanation">
    {changes && (
      <ul class="explanation-changes">
        {changes.stages.map(({ sequence, kind, hours }) => (
          <li key={`${kind} ${sequence}`}>
            {t(changeKey(changes.against, hours), { stage: nameOf(legs, sequence, kind), duration: duration(Math.abs(hours)) })}
          </li>
        ))}
        {changes.stages.length === 0 && <li>{t(changes.against === 'first' ? 'why.unchanged-first' : 'why.unchanged')}</li>}
      </ul>
    )}
    <table class="explanation-stages">
      <thead>
        <tr>
          <th scope="col">{t('why.stage')}</th>
          <th scope="col">{t('why.takes')}</th>
          <th scope="col">{t('why.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => (
          <tr key={`${stage.kind} ${stage.sequence}`} class={`explanation-${stage.state}`}>
            <th scope="row">{nameOf(legs, stage.sequence, stage.kind)}</th>
            <td>
              {takes(stage)}
              {stage.state !== 'done' && (
                <small>{t('why.range', { least: duration(stage.p10Hours), most: duration(stage.p90Hours) })}</small>
              )}
            </td>
            <td>{basisOf(stage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

// Customs runs beside a wait, and often adds nothing to it.
const takes = ({ kind, p50Hours }: Stage) => {
  if (kind !== 'customs') return duration(p50Hours)
  return p50Hours < noticeableHours ? t('why.adds-nothing') : t('why.adds', { duration: duration(p50Hours) })
}

const changeKey = (against: 'day-before' | 'first', hours: number) => {
  if (against === 'first') return hours > 0 ? 'why.longer-first' : 'why.shorter-first'
  return hours > 0 ? 'why.longer' : 'why.shorter'
}

const nameOf = (legs: Leg[], sequence: number, kind: Stage['kind']) => {
  const leg = legs.find((one) => one.sequence === sequence)
  if (!leg) return ''
  const names = { mode: t(`mode.${leg.mode}`), from: leg.origin.name, to: leg.destination.name }
  return t(kind === 'leg' ? 'why.leg' : kind === 'border' ? 'why.border' : kind === 'customs' ? 'why.customs' : 'why.wait', names)
}

const basisOf = ({ state, basis, customs }: Stage) => {
  if (state === 'done') return t('why.done')
  if (customs) return t('why.past-clearances', { count: Math.round(customs.basis.outcomes) })
  return basis ? t('why.past', { count: basis.journeys }) : t('why.plan')
}
