// Levels of pino: 50 is error, 60 fatal.
const error = 50

type Line = { level?: number; msg?: string; err?: { message?: string; cause?: { message?: string } } }

/** What a line of a process's log has to say to the person at the terminal; undefined for everyday lines. */
export const worthSaying = (line: string): string | undefined => {
  const entry = parse(line)
  // Not pino's: Node's own last words, such as a stack trace.
  if (!entry) return /(^|\s)(\w*Error|FATAL|fatal)\b.*:/.test(line) ? line.trim() : undefined
  if ((entry.level ?? 0) < error) return undefined
  const reason = entry.err?.message
  return [entry.msg, reason !== entry.msg && reason].filter(Boolean).join(': ') || undefined
}

const parse = (line: string): Line | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
