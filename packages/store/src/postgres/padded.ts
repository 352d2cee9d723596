/**
 * Keys to ask about, as many as the next power of two; the first again and again where there are fewer. Of how many it is asked decides how
 * PostgreSQL goes about it, and thinking that over anew each time takes longer than doing it.
 */
export const padded = (keys: string[]) => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, keys.length)))
  return [...keys, ...Array<string>(size - keys.length).fill(keys[0] ?? '')]
}
