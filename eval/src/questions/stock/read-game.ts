import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Row, readTable } from '../../read-table.ts'
import type { Item, Rules } from './game.ts'

/** Reads `game.json`, `sales.csv`, `in_stock.csv`, `opening.csv` and `future.csv`. Throws with file and item where something is amiss. */
export const readGame = async (directory: string): Promise<{ rules: Rules; items: Item[] }> => {
  const rules = await readRules(join(directory, 'game.json'))
  const read = async (name: string) => {
    const file = join(directory, name)
    return { file, rows: new Map((await readTable(file, ['item_id'])).map((row) => [row.item_id as string, row])) }
  }
  const [sales, inStock, opening, future] = await Promise.all(['sales.csv', 'in_stock.csv', 'opening.csv', 'future.csv'].map(read))
  if (!sales || !inStock || !opening || !future) throw new Error(`${directory}: a file is missing`)
  const items = [...sales.rows].map(([id, row]): Item => {
    const rowOf = ({ file, rows }: typeof sales) => {
      const found = rows.get(id)
      if (!found) throw new Error(`${file}: it has no item ${id}`)
      return found
    }
    const there = rowOf(inStock)
    const start = rowOf(opening)
    const arriving = Array.from({ length: rules.leadWeeks }, (_, at) => number(start, `arriving_${at + 1}`, opening.file))
    const weeks = weeksOf(rowOf(future)).map((week) => number(rowOf(future), week, future.file))
    if (weeks.length < rules.weeks) throw new Error(`${future.file}: item ${id} has ${weeks.length} weeks, the game ${rules.weeks}`)
    return {
      id,
      history: weeksOf(row).map((week) => (there[week] === '0' ? Number.NaN : number(row, week, sales.file))),
      opening: { onHand: number(start, 'on_hand', opening.file), arriving },
      future: weeks,
    }
  })
  return { rules, items }
}

const weeksOf = (row: Row) => Object.keys(row).filter((column) => column !== 'item_id')

const number = (row: Row, column: string, file: string) => {
  const value = Number(row[column])
  if (row[column] === undefined || row[column] === '' || !(value >= 0))
    throw new Error(`${file}: item ${row.item_id}, ${column}: "${row[column] ?? ''}" is not a number of pieces`)
  return value
}

const readRules = async (file: string): Promise<Rules> => {
  const game = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  const wanted = (name: string) => {
    const value = game[name]
    if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${file}: ${name} wants a number`)
    return value
  }
  return {
    holdingCost: wanted('holdingCostPerUnitWeek'),
    shortageCost: wanted('shortageCostPerUnit'),
    leadWeeks: wanted('leadWeeks'),
    orderRounds: wanted('orderRounds'),
    weeks: wanted('weeks'),
    scoredFromWeek: wanted('scoredFromWeek'),
  }
}
