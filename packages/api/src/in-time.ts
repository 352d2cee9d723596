import { Refusal } from './refusal.ts'

/** A request has to arrive, and its answer to be made, within this. */
export const answerWithinMs = 30_000

/** What is answered when that has passed, wherever the time went. */
export const tookTooLong = () => new Refusal(503, 'timed-out', 'It took too long. Try again, or ask for less.')

/** What was promised, or the refusal when it is not there in time; whoever works on it goes on. */
export const inTime = async <T>(promise: Promise<T>, withinMs = answerWithinMs): Promise<T> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(tookTooLong()), withinMs)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
