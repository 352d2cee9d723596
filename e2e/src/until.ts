import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until the answer is something, and throws with `what` was expected when it is nothing for too long. */
export const until = async <Answer>(ask: () => Promise<Answer>, what: string, withinMs = 90_000): Promise<NonNullable<Answer>> => {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer) return answer
    await sleep(300)
  }
  throw new Error(`Still not seen after ${withinMs / 1000} s: ${what}`)
}
