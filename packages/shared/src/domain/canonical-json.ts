/**
 * A value of JSON as the one text that stands for it: names in the order of their code units, nothing between, as RFC 8785 has it for what
 * JavaScript can hold. Values that JSON has not are refused: what is left out silently is not what was signed.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('is not of JSON')
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonicalJson((value as Record<string, unknown>)[name])}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('is no number of JSON')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('is not of JSON')
  return text
}
