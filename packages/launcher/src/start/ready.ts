/** Resolves when the address answers 200; otherwise its error says what the process itself says is missing. */
export const readyAt = (url: string) => async () => {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000) }).catch((cause: Error) => {
    throw new Error('it does not answer yet', { cause })
  })
  const body = await response.text()
  if (!response.ok) throw new Error(body.slice(0, 300) || `it answers ${response.status}`)
}
