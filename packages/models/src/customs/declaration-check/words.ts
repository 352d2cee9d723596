// Also of languages that put no space between words.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The words of a description, each once, small, without figures: sizes and numbers of models tell no heading. */
export const wordsOf = (text: string): string[] => {
  const words = [...segmenter.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike && /^\p{L}[\p{L}\p{M}'’-]+$/u.test(segment) ? [segment] : [],
  )
  return [...new Set(words)]
}
