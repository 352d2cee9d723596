const number = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)

/** How devices write a time: ISO 8601 with an offset, or seconds or milliseconds since 1970. */
export const timeUnits: Record<string, (value: unknown) => unknown> = {
  iso: (value) => value,
  s: (value) => (typeof number(value) === 'number' ? (number(value) as number) * 1_000 : value),
  ms: number,
}
