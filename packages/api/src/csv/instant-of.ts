const shape = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** An instant in ISO 8601, UTC where it says no zone, whatever the zone of this machine; nothing where it is none. */
export const instantOf = (text: string): Date | undefined => {
  const match = shape.exec(text)
  if (!match) return undefined
  const at = new Date(text.length > 10 && !match[1] ? `${text}Z` : text)
  return Number.isNaN(at.getTime()) ? undefined : at
}
