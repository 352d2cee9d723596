import type { AccuracyRow } from '@lading/shared/contract/accuracy'
import { coverageVerdict } from '../../state/accuracy.ts'

/** Where the coverage lies with 95 % confidence, from nothing to all, with a mark at what is claimed. Words beside it say the same. */
export const CoverageBar = ({ row, claimed }: { row: AccuracyRow; claimed: number }) => (
  <svg class={`coverage-bar coverage-${coverageVerdict(row, claimed)}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="coverage-ground" x="0" y="3.5" width="100" height="3" />
    <rect class="coverage-span" x={100 * row.coverageFrom} y="3.5" width={100 * (row.coverageUntil - row.coverageFrom)} height="3" />
    <rect class="coverage-point" x={100 * row.coverage - 0.75} y="1.5" width="1.5" height="7" />
    <rect class="coverage-claim" x={100 * claimed - 0.3} y="0" width="0.6" height="10" />
  </svg>
)
