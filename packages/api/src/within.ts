/** The outcome of `promise`, or a rejection after `ms`; what comes later is ignored. */
export const withinMs = async <Value>(ms: number, promise: PromiseLike<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
