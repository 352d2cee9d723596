import type { RiskEvidence, ShipmentRisk } from '@lading/shared/contract/risk'
import { evidenceKinds, riskKinds } from '@lading/shared/domain/risk'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'
import { KindBars } from './kind-bars.tsx'
import { openerOf } from './open-source.ts'
import { sayEvidence } from './say-evidence.ts'

/** What risk comes to, by kind, and what each piece of evidence adds to it. */
export const Evidence = ({ risk }: { risk: ShipmentRisk }) => {
  const { computedAt, probability, base, scores, evidence, removals } = risk
  if (!computedAt) return <p class="note">{t('risk.not-yet')}</p>
  const best = removals.find(({ evidence: at }) => at === null)
  return (
    <>
      <p class="risk-together">
        {probability === null || base === null
          ? t('risk.together-none')
          : t('risk.together', { share: formatPercent(probability), base: formatPercent(base) })}
      </p>
      {best && (
        <p class="risk-help">{t('risk.help-most', { kind: t(`risk-kind.${best.kind}`), share: formatPercent(best.probability) })}</p>
      )}
      <KindBars scores={scores} />
      {evidence.length === 0 && <p class="note">{t('risk.nothing')}</p>}
      {riskKinds.map((kind) => {
        const its = evidence.map((each, at) => ({ each, at })).filter(({ each }) => evidenceKinds[each.what] === kind)
        if (its.length === 0) return null
        return (
          <section key={kind} class="risk-evidence">
            <h4>{t(`risk-kind.${kind}`)}</h4>
            <ul>
              {its.map(({ each, at }) => (
                <Piece key={at} evidence={each} without={removals.find((removal) => removal.evidence === at)?.probability} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const Piece = ({ evidence, without }: { evidence: RiskEvidence; without: number | undefined }) => {
  const { at, confidence, inArrival, source } = evidence
  const open = openerOf(source, evidence.facts)
  return (
    <li>
      <p>{sayEvidence(evidence)}</p>
      <p class="risk-basis">
        <Time at={at} />
        <span>{t('risk.confidence', { share: formatPercent(confidence) })}</span>
        {inArrival && <span>{t('risk.in-arrival')}</span>}
        {without !== undefined && <span>{t('risk.without', { share: formatPercent(without) })}</span>}
        {open && (
          <button type="button" class="button button-small" onClick={open}>
            {t(`evidence-source.${source.type}`)}
          </button>
        )}
      </p>
    </li>
  )
}
