/** What was opened, closed in reverse order, each whatever happened to the others. */
export const createClosers = () => {
  const closers: (() => Promise<unknown>)[] = []
  return {
    add: <Opened>(opened: Opened, close: (opened: Opened) => Promise<unknown>): Opened => {
      closers.push(() => close(opened))
      return opened
    },
    close: async () => {
      const errors: unknown[] = []
      for (const close of closers.splice(0).reverse()) await close().catch((error) => errors.push(error))
      if (errors.length > 0) throw new AggregateError(errors, 'not everything could be closed')
    },
  }
}

export type Closers = ReturnType<typeof createClosers>
