import { NotXml, openXml, withoutBom } from '../xml/open-xml.ts'
import { isDay, isToCome, type Mistake, type PublishedRate } from './published-rate.ts'
import { isRate } from './rates.ts'

/**
 * The euro foreign exchange reference rates as the European Central Bank publishes them in XML, of a day or of all days: a `Cube` with a
 * `time` holds one `Cube` for each currency. Of a file with mistakes, nothing should be used.
 */
export const readEcbXml = (text: string, now: Date): { rates: PublishedRate[]; mistakes: Mistake[] } => {
  const rates: PublishedRate[] = []
  const mistakes: Mistake[] = []
  const seen = new Set<string>()
  let day: string | undefined
  let dayDepth = 0
  let depth = 0

  const parser = openXml()
  const wrong = (message: string, attribute?: string) =>
    mistakes.push({ path: `line ${parser.line}, Cube${attribute ? `/@${attribute}` : ''}`, message })
  parser.on('opentag', ({ local, attributes }) => {
    depth++
    if (local !== 'Cube') return
    const value = (name: string) => attributes[name]?.value
    const [time, currency, rate] = [value('time'), value('currency'), value('rate')]
    if (time !== undefined) {
      if (!isDay(time)) wrong(`"${time}" is not a day such as 2026-04-13`, 'time')
      else if (isToCome(time, now)) wrong(`"${time}" has not come yet`, 'time')
      day = time
      dayDepth = depth
    }
    if (currency === undefined && rate === undefined) return
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return wrong(`"${currency ?? ''}" is no currency by ISO 4217`, 'currency')
    if (rate === undefined || !isRate(rate)) return wrong(`"${rate ?? ''}" of ${currency} is not a decimal above 0`, 'rate')
    if (day === undefined) return wrong(`the rate of ${currency} is of no day`)
    if (seen.has(`${day} ${currency}`)) return wrong(`${currency} stands there twice for ${day}`, 'currency')
    seen.add(`${day} ${currency}`)
    rates.push({ currency, date: day, rate })
  })
  parser.on('closetag', () => {
    if (depth === dayDepth) day = undefined
    depth--
  })
  try {
    parser.write(withoutBom(text)).close()
  } catch (error) {
    if (!(error instanceof NotXml)) throw error
    return { rates: [], mistakes: [{ path: `line ${error.line}`, message: error.message }] }
  }
  if (rates.length === 0 && mistakes.length === 0) mistakes.push({ path: 'line 1', message: 'there is no rate in it' })
  return { rates, mistakes }
}
