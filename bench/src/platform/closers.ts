type Stoppable = { stop: () => Promise<unknown> }

/** Stops in reverse what was started, also when starting the next thing fails. */
export const createClosers = () => {
  const stops: (() => Promise<unknown>)[] = []
  return {
    add: <Thing extends Stoppable>(thing: Thing): Thing => {
      stops.push(() => thing.stop())
      return thing
    },
    stop: async () => {
      for (const stop of stops.splice(0).reverse()) await stop()
    },
  }
}

export type Closers = ReturnType<typeof createClosers>
