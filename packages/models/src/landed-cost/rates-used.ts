import Big from 'big.js'
import type { Exchange, ExchangeRate } from './consignment.ts'

/** Turns amounts, and remembers by which rates and which were not to be had. */
export const ratesBy = (exchange: Exchange) => {
  const used = new Map<string, ExchangeRate>()
  const missing = new Map<string, { from: string; to: string }>()
  const turn = (amount: Big, from: string, to: string): Big => {
    if (from === to) return amount
    const rate = used.get(`${from} ${to}`) ?? exchange(from, to)
    if (!rate) {
      missing.set(`${from} ${to}`, { from, to })
      return new Big(0)
    }
    used.set(`${from} ${to}`, rate)
    return amount.times(rate.rate)
  }
  return {
    turn,
    get used() {
      return [...used.values()]
    },
    get missing() {
      return [...missing.values()]
    },
  }
}
