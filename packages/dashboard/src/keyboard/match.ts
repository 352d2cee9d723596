/** Anything with keys: one key, or two that follow one another with a space between. */
type Bound = { keys: readonly string[] }

/** How long a first key waits for the second. */
export const patienceMs = 1500

/**
 * What a key means after those before it: what is bound to it, or that it may be the first of two. A second key that goes with no first
 * one is taken for itself.
 */
export const matchKey = <Each extends Bound>(table: readonly Each[], before: string | undefined, key: string) => {
  const both = before === undefined ? [] : table.filter(({ keys }) => keys.includes(`${before} ${key}`))
  if (both.length > 0) return { found: both, before: undefined }
  const isFirst = table.some(({ keys }) => keys.some((each) => each.startsWith(`${key} `)))
  return { found: table.filter(({ keys }) => keys.includes(key)), before: isFirst ? key : undefined }
}
