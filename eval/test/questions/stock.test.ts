import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Item, play, type Rules, total, type View } from '../../src/questions/stock/game.ts'
import { baselines, lading } from '../../src/questions/stock/policies.ts'
import { readGame } from '../../src/questions/stock/read-game.ts'

const rules: Rules = { holdingCost: 0.2, shortageCost: 1, leadWeeks: 2, orderRounds: 3, weeks: 5, scoredFromWeek: 3 }
const item: Item = { id: 'a', history: [4, 6, 5, 5], opening: { onHand: 3, arriving: [2, 6] }, future: [4, 5, 7, 2, 6] }

describe('the game', () => {
  it('brings an order two weeks after the week that begins with it, and charges what is left and what is short', () => {
    const seen: View[] = []
    const score = play(item, rules, (view) => {
      seen.push(view)
      return 5
    })
    // Week 1: 3 + 2 − 4 = 1. Week 2: 1 + 6 − 5 = 2. Week 3: 2 + 5 − 7 = 0. Week 4: 5 − 2 = 3. Week 5: 3 + 5 − 6 = 2.
    expect(score).toEqual({ holding: 0.2 * (0 + 3 + 2), shortage: 0, demand: 15, short: 0, weeks: 3, weeksWithoutShortage: 3 })
    expect(seen.map(({ onHand, arriving }) => [onHand, arriving])).toEqual([
      [3, [2, 6]],
      [1, [6, 5]],
      [2, [5, 5]],
    ])
    expect(seen.map(({ history }) => history.slice(4))).toEqual([[], [4], [4, 5]])
  })

  it('loses the sales it cannot make', () => {
    const score = play(item, rules, () => 0)
    expect(score).toMatchObject({ holding: 0, shortage: 5 + 2 + 6, short: 13, weeksWithoutShortage: 0 })
    expect(total([score])).toMatchObject({ cost: 13, fillRate: 1 - 13 / 15, cycleService: 0 })
  })

  it('is not won against perfect foresight', () => {
    const cost = (policy: Parameters<typeof play>[2]) => total([play(item, rules, policy)]).cost
    const { perfectForesight, ...others } = baselines(rules)
    const least = cost(perfectForesight as Parameters<typeof play>[2])
    for (const policy of [lading(rules), ...Object.values(others)]) expect(cost(policy)).toBeGreaterThanOrEqual(least)
  })

  it('shows no policy what is still to come', () => {
    const ordersIn = (future: number[]) => {
      const orders: number[] = []
      play({ ...item, future }, rules, (view, each) => {
        const order = lading(rules)(view, each)
        orders.push(order)
        return order
      })
      return orders
    }
    expect(ordersIn([4, 5, 700, 2, 6])).toEqual(ordersIn([4, 5, 7, 2, 6]))
  })
})

describe('the files of a game', () => {
  let directory: string
  const files: Record<string, string> = {
    'game.json': JSON.stringify({
      holdingCostPerUnitWeek: 0.2,
      shortageCostPerUnit: 1,
      leadWeeks: 2,
      orderRounds: 1,
      weeks: 3,
      scoredFromWeek: 3,
    }),
    'sales.csv': 'item_id,2030-01-07,2030-01-14\na,4,0\n',
    'in_stock.csv': 'item_id,2030-01-07,2030-01-14\na,1,0\n',
    'opening.csv': 'item_id,on_hand,arriving_1,arriving_2\na,3,2,1\n',
    'future.csv': 'item_id,2030-01-21,2030-01-28,2030-02-04\na,1,2,3\n',
  }
  const write = (changed: Record<string, string> = {}) =>
    Promise.all(Object.entries({ ...files, ...changed }).map(([name, text]) => writeFile(join(directory, name), text)))
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lading-game-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  it('say that what was not sold while out of stock is not known', async () => {
    await write()
    const { items } = await readGame(directory)
    expect(items).toEqual([{ id: 'a', history: [4, Number.NaN], opening: { onHand: 3, arriving: [2, 1] }, future: [1, 2, 3] }])
  })

  it.each([
    ['opening.csv', 'item_id,on_hand,arriving_1,arriving_2\nb,3,2,1\n', /opening\.csv: it has no item a/],
    ['opening.csv', 'item_id,on_hand,arriving_1\na,3,2\n', /item a, arriving_2: ""/],
    ['sales.csv', 'item_id,2030-01-07,2030-01-14\na,four,0\n', /sales\.csv: item a, 2030-01-07: "four"/],
    ['future.csv', 'item_id,2030-01-21\na,1\n', /future\.csv: item a has 1 weeks, the game 3/],
    ['game.json', '{"leadWeeks": 2}', /game\.json: holdingCostPerUnitWeek wants a number/],
  ])('are refused with the place, when %s is %j', async (name, text, message) => {
    await write({ [name]: text })
    await expect(readGame(directory)).rejects.toThrow(message)
  })
})
