import { type Issue, issueAt, type ToldOf } from '../issue/issue.ts'
import type { IssueCode } from '../issue/sentences.ts'
import { NotXml, openXml, withoutBom } from '../xml/open-xml.ts'
import { isDay, isToCome, type PublishedRate } from './published-rate.ts'
import { isRate } from './rates.ts'

/**
 * The euro foreign exchange reference rates as the European Central Bank publishes them in XML, of a day or of all days: a `Cube` with a
 * `time` holds one `Cube` for each currency. Of a file with mistakes, nothing should be used.
 */
export const readEcbXml = (text: string, now: Date): { rates: PublishedRate[]; mistakes: Issue[] } => {
  const rates: PublishedRate[] = []
  const mistakes: Issue[] = []
  const seen = new Set<string>()
  let day: string | undefined
  let dayDepth = 0
  let depth = 0

  const parser = openXml()
  const wrong = <Code extends IssueCode>(attribute: string, code: Code, ...told: ToldOf<Code>) =>
    void mistakes.push(issueAt(`line ${parser.line}, Cube/@${attribute}`, code, ...told))
  parser.on('opentag', ({ local, attributes }) => {
    depth++
    if (local !== 'Cube') return
    const value = (name: string) => attributes[name]?.value
    const [time, currency, rate] = [value('time'), value('currency'), value('rate')]
    if (time !== undefined) {
      if (!isDay(time)) wrong('time', 'not-a-day', { value: time })
      else if (isToCome(time, now)) wrong('time', 'to-come', { value: time })
      day = time
      dayDepth = depth
    }
    if (currency === undefined && rate === undefined) return
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return wrong('currency', 'currency-unknown', { value: currency ?? '' })
    if (rate === undefined || !isRate(rate)) return wrong('rate', 'not-a-rate', { value: rate ?? '', currency })
    if (day === undefined) return wrong('time', 'missing')
    if (seen.has(`${day} ${currency}`)) return wrong('currency', 'more-than-once', { value: `${day} ${currency}` })
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
    return { rates: [], mistakes: [{ ...issueAt(`line ${error.line}`, 'not-xml'), message: error.message }] }
  }
  if (rates.length === 0 && mistakes.length === 0) mistakes.push(issueAt('line 1', 'no-rows'))
  return { rates, mistakes }
}
