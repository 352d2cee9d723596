const keysMax = 200
// An answer takes a millisecond. Where one takes this long something is the matter with it, and those that come after do not wait for it.
const patienceMs = 50

/**
 * The same question about single keys, asked about many in one go: while one is under way the next is put together. Whoever asks is asked
 * for in a question that begins afterwards, so no answer is older than the call that it answers.
 */
export const askTogether = <Answer>(ask: (keys: string[]) => Promise<Map<string, Answer>>) => {
  const waiting = new Map<string, PromiseWithResolvers<Answer | undefined>>()
  let mayAsk = true

  const next = async () => {
    if (!mayAsk || waiting.size === 0) return
    mayAsk = false
    const goOn = () => {
      mayAsk = true
      void next()
    }
    const impatient = setTimeout(goOn, patienceMs)
    const asked = [...waiting].slice(0, keysMax)
    for (const [key] of asked) waiting.delete(key)
    try {
      const answers = await ask(asked.map(([key]) => key))
      for (const [key, { resolve }] of asked) resolve(answers.get(key))
    } catch (error) {
      for (const [, { reject }] of asked) reject(error)
    }
    clearTimeout(impatient)
    goOn()
  }

  return (key: string): Promise<Answer | undefined> => {
    const known = waiting.get(key)
    if (known) return known.promise
    const fresh = Promise.withResolvers<Answer | undefined>()
    waiting.set(key, fresh)
    // Everything that came in with the same turn goes along.
    setImmediate(next)
    return fresh.promise
  }
}
