/** The promise's outcome, or a rejection after `ms`. The promise itself goes on, and its late failure is nobody's. */
export const within = async <Value>(ms: number, promise: PromiseLike<Value>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
