import type { DemandMethod } from '@lading/shared/domain/demand'
import { aggregated } from './aggregated.ts'
import { autoregression } from './autoregression.ts'
import { dynamicTheta } from './dynamic-theta.ts'
import { inLogarithms } from './in-logarithms.ts'
import type { Method } from './method.ts'
import { seasonalSmoothing } from './seasonal-smoothing.ts'
import { smoothing } from './trend-smoothing.ts'

/**
 * Every method that a forecast may rest on, by name. They see the series without its season; what they are believed before
 * anything has been measured is `prior`, the loss relative to the best in published comparisons and in ours.
 */
export const methods: { name: DemandMethod; run: Method; prior: number }[] = [
  { name: 'theta', run: dynamicTheta, prior: 1 },
  { name: 'theta-of-logarithms', run: inLogarithms(dynamicTheta), prior: 1 },
  { name: 'theta-of-blocks', run: inLogarithms(aggregated(dynamicTheta)), prior: 1.02 },
  { name: 'damped-trend', run: inLogarithms(smoothing('damped')), prior: 1.02 },
  { name: 'damped-trend-of-blocks', run: inLogarithms(aggregated(smoothing('damped'))), prior: 1.03 },
  { name: 'level', run: inLogarithms(smoothing('none')), prior: 1.03 },
  { name: 'adapting-season', run: inLogarithms(seasonalSmoothing), prior: 1.03 },
  { name: 'autoregression', run: autoregression, prior: 1.05 },
]
