/** How many are at the same thing at this moment. */
export const createAtOnce = () => {
  const counts = new Map<string, number>()
  const of = (what: string) => counts.get(what) ?? 0
  return {
    of,
    /** From the call on, until the work has ended, well or not. */
    during: async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      counts.set(what, of(what) + 1)
      try {
        return await work()
      } finally {
        if (of(what) > 1) counts.set(what, of(what) - 1)
        else counts.delete(what)
      }
    },
  }
}
