import type { LandedCostComparison } from '@lading/shared/contract/landed-cost'
import type { Shipment } from '@lading/shared/contract/shipment'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { compareLandedCost, readQuote } from '../../data/customs/duties.ts'
import { VarianceResult } from '../duties/variance.tsx'
import { asDeclared } from './as-declared.ts'

/** What the goods of a shipment cost as they were declared, beside the quote that was billed, and why; nothing before they are declared. */
export const QuoteVariance = ({ shipment, quoteId }: { shipment: Shipment; quoteId: string }) => {
  const comparison = useSignal<LandedCostComparison | undefined>(undefined)
  const lodged = shipment.customs.map(({ lodgedAt }) => lodgedAt).join()
  useEffect(() => {
    const controller = new AbortController()
    const compare = async () => {
      const quote = await readQuote(quoteId)
      const actual = quote.ok ? asDeclared(shipment, quote.value) : undefined
      const result = actual && (await compareLandedCost(quoteId, actual))
      if (result?.ok && !controller.signal.aborted) comparison.value = result.value
    }
    void compare()
    return () => controller.abort()
  }, [quoteId, lodged])
  return comparison.value ? <VarianceResult variance={comparison.value.variance} heading="h4" /> : null
}
