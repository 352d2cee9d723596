import { type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { t } from '../../i18n/t.ts'
import { Risk } from '../stock/risk.tsx'

/** The six kinds, each as a figure with a bar: what speaks against the promise, from nothing to everything. */
export const KindBars = ({ scores }: { scores: Record<RiskKind, number> }) => (
  <ul class="risk-kinds">
    {riskKinds.map((kind) => (
      <li key={kind}>
        <span>{t(`risk-kind.${kind}`)}</span>
        <Risk probability={scores[kind]} />
      </li>
    ))}
  </ul>
)
