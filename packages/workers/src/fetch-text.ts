const timeoutMs = 30_000

/** What an address answers, up to so many bytes. Throws where it cannot be had, or is larger. */
export const fetchText = async (
  url: string,
  { what, mostBytes, stopping }: { what: string; mostBytes: number; stopping: AbortSignal },
): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]) })
  if (!response.ok) throw new Error(`${what} were answered with ${response.status}`)
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) throw new Error(`${what} are larger than ${mostBytes} bytes`)
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}
