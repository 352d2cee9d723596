import type { Location } from '@lading/shared/contract/location'
import type { StockLine } from '@lading/shared/contract/stock-plan'
import { expect, test } from 'vitest'
import { warehouseStates } from '../../../src/state/map/warehouse-states.ts'
import { stockAtRisk, stockedWarehouses } from '../../../src/state/stock/risk.ts'

const place = (code: string) => ({ code, name: code, kind: 'warehouse', lat: 52, lon: 5 }) as Location
const line = (warehouse: string, onHand: number) => ({ warehouse, onHand }) as StockLine

test('A warehouse says how many products are likely to run out and how many have; one where all is well says none.', () => {
  stockedWarehouses.value = [place('UTRECHT'), place('VENLO')]
  stockAtRisk.value = [line('UTRECHT', 12), line('UTRECHT', 0), line('UTRECHT', -3)]
  expect(warehouseStates.value.map(({ code, atRisk, out }) => [code, atRisk, out])).toEqual([
    ['UTRECHT', 3, 2],
    ['VENLO', 0, 0],
  ])
})
