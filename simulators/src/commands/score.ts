import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Truth } from '../journey/truth-of.ts'
import { createApi } from '../platform/api.ts'
import { forecastsOf } from '../score/forecasts-of.ts'
import { type Forecast, scoreEtas } from '../score/score-etas.ts'
import { UsageError } from '../usage-error.ts'
import type { Command } from './command.ts'

/** How good the platform's arrival times were, against what truly happened to the demonstration's shipments. */
export const score: Command = async ({ args, addresses, say, signal }) => {
  const { values } = parseArgs({ args, options: { addresses: { type: 'string' }, json: { type: 'boolean', default: false } } })
  const { api: url, login, directory } = await addresses(values.addresses)
  const file = join(directory, 'truth.jsonl')
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`)
  })
  const truths = text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Truth)))
  const api = createApi({ url, login, signal })
  const forecasts: Forecast[] = []
  for (const truth of truths) forecasts.push(...(await forecastsOf(api, truth)))
  const rows = scoreEtas(forecasts)
  if (values.json) return say(JSON.stringify(rows))
  say(`${forecasts.length} arrival times of ${truths.length} shipments; errors in hours`)
  say(['hours to go', 'forecasts', 'MAE', 'in P10-P90', 'distance ÷ speed MAE'].map((title) => title.padEnd(14)).join(''))
  for (const { hoursToGo, forecasts: count, maeH, coverage, naiveMaeH } of rows)
    say(
      [hoursToGo, count, maeH.toFixed(1), coverage.toFixed(2), naiveMaeH?.toFixed(1) ?? '-']
        .map((cell) => String(cell).padEnd(14))
        .join(''),
    )
}
