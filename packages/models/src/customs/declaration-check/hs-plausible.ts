import type { DeclarationFinding, DeclaredBefore } from '@lading/shared/domain/declaration-check'
import { isHsCode } from '@lading/shared/domain/hs-code'
import type { DeclarationRule } from './declaration.ts'
import { wordsOf } from './words.ts'

/** A word that was seen less often tells nothing. Judgement. */
const enoughLines = 5
/** Share of the lines with these words that has to be under one heading before it is said that others do otherwise. Judgement. */
const enoughShare = 0.8
/** A word that was declared under the heading in at least such a share of cases speaks for it. */
const speaksFor = 0.1

/**
 * Whether goods that are described so were ever declared under such a heading, by words: where none of the words ever went with the heading
 * and those with these words went with one other almost always. About words that nobody used before, nothing is claimed.
 */
export const hsPlausible: DeclarationRule = ({ lines }, { declaredBefore }) => {
  const index = indexOf(declaredBefore)
  return lines.flatMap((line, position): DeclarationFinding[] => {
    const heading = line.hsCode.slice(0, 4)
    const known = wordsOf(line.description).flatMap((word) => {
      const seen = index.get(word)
      return seen && seen.lines >= enoughLines ? [{ word, ...seen }] : []
    })
    if (!isHsCode(line.hsCode) || known.length === 0) return []
    if (known.some(({ headings, lines: all }) => (headings.get(heading) ?? 0) >= speaksFor * all)) return []
    // The words that are told apart best come first: one of “case for lamp” names the goods, another what they are for.
    const [clearest] = known
      .map((seen) => ({ ...seen, most: [...seen.headings].reduce((a, b) => (b[1] > a[1] ? b : a)) }))
      .sort((a, b) => b.most[1] / b.lines - a.most[1] / a.lines || b.lines - a.lines)
    if (!clearest || clearest.most[1] < enoughShare * clearest.lines) return []
    const [usual, times] = clearest.most
    return [
      {
        code: 'hs-implausible',
        severity: 'warning',
        path: `/lines/${position}/hsCode`,
        facts: { hsCode: line.hsCode, heading: usual, word: clearest.word, times, lines: clearest.lines },
        what: `Goods described with “${clearest.word}” were declared under ${usual} ${times} of ${clearest.lines} times, and never as ${heading}.`,
        toDo: `See whether heading ${usual} fits better, and describe the goods so that the code can be understood.`,
        source: { name: 'Declared before on this platform', url: null, date: clearest.lastOn },
      },
    ]
  })
}

const indexOf = (before: DeclaredBefore[]) => {
  const index = new Map<string, { lines: number; headings: Map<string, number>; lastOn: string }>()
  for (const { description, heading, lines, lastOn } of before)
    for (const word of wordsOf(description)) {
      const seen = index.get(word) ?? { lines: 0, headings: new Map(), lastOn }
      seen.lines += lines
      seen.headings.set(heading, (seen.headings.get(heading) ?? 0) + lines)
      if (lastOn > seen.lastOn) seen.lastOn = lastOn
      index.set(word, seen)
    }
  return index
}
