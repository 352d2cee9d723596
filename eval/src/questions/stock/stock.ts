import { basename } from 'node:path'
import type { OnData } from '../../question.ts'
import { setsOf } from '../../sets-of.ts'
import { play, total } from './game.ts'
import { baselines, lading } from './policies.ts'
import { readGame } from './read-game.ts'

/** What to order, week by week, so that shelves are neither empty nor full of what does not sell. */
export const stock: OnData = {
  name: 'stock',
  about: 'what to order: cost of holding and of lost sales over a game of weekly orders',
  find: setsOf('game.json', 'sales.csv', 'in_stock.csv', 'opening.csv', 'future.csv'),
  judge: async (directory) => {
    const { rules, items } = await readGame(directory)
    const startedAt = performance.now()
    const model = total(items.map((item) => play(item, rules, lading(rules))))
    const seconds = (performance.now() - startedAt) / 1_000
    return {
      set: basename(directory),
      n: items.length,
      model,
      baselines: Object.fromEntries(
        Object.entries(baselines(rules)).map(([name, policy]) => [name, total(items.map((item) => play(item, rules, policy)))]),
      ),
      seriesPerSecond: items.length / seconds,
    }
  },
  shown: ['cost', 'holding', 'shortage', 'fillRate', 'cycleService'],
  decides: { cost: 'lower' },
  bounds: ['perfectForesight'],
}
