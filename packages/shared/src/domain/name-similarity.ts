/** Legal forms, which say nothing of whose name it is, and words that stand for nothing. */
const empty = new Set(
  'ab ag and as asa aps bv bvba co company corp corporation et ev gmbh inc incorporated kg kk limited llc llp lp ltd nv of oao ohg ooo oy oyj plc pte pty pvt sa sarl sas se sia sl slu spa spzoo srl the und'.split(
    ' ',
  ),
)

/**
 * The words of a name that tell it from others: without accents, case, punctuation and legal forms, each once, in the order of the alphabet.
 * Of a name that has nothing but such words, all of them.
 */
export const nameTokens = (name: string): string[] => {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // S.A.R.L. is one word.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = words.filter((word) => !empty.has(word))
  return [...new Set(telling.length > 0 ? telling : words)].sort()
}

/** Names that are nearer than this are shown to a person. High enough that one word in common is no match, low enough for a slip in each. */
export const similarEnough = 0.82
/** Words that are further apart are different words. */
const wordsAlike = 0.7

/**
 * How alike two names are, 0 to 1: the share of their letters that stands in words of the one that are, but for a slip, also words of the
 * other, whatever their order. The same of either to the other.
 */
export const nameSimilarity = (one: string, other: string): number => {
  const [first, second] = [nameTokens(one), nameTokens(other)]
  const letters = (words: string[]) => words.reduce((sum, { length }) => sum + length, 0)
  const all = letters(first) + letters(second)
  if (all === 0) return 0
  // The nearest pairs first; in a tie by the alphabet, so that the order of the names decides nothing.
  const pairs = first
    .flatMap((a) => second.map((b) => ({ a, b, near: wordSimilarity(a, b), key: [a, b].sort().join(' ') })))
    .filter(({ near }) => near >= wordsAlike)
    .sort((x, y) => y.near - x.near || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0))
  const [usedFirst, usedSecond] = [new Set<string>(), new Set<string>()]
  let shared = 0
  for (const { a, b, near } of pairs) {
    if (usedFirst.has(a) || usedSecond.has(b)) continue
    usedFirst.add(a)
    usedSecond.add(b)
    shared += near * (a.length + b.length)
  }
  return Math.min(1, shared / all)
}

/** One less the share of letters that have to be changed, added or left out, two that changed places being one slip. */
const wordSimilarity = (a: string, b: string) => (a === b ? 1 : 1 - slips(a, b) / Math.max(a.length, b.length))

// Optimal string alignment: Levenshtein's distance with neighbours that changed places.
const slips = (a: string, b: string) => {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
