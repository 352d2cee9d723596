/** Whether a value has more values in it than so many, whatever it is made of. Looks at no more than these. */
export const hasMoreValues = (value: unknown, most: number): boolean => {
  const left = [value]
  for (let seen = 0; left.length > 0; seen++) {
    if (seen > most || left.length > most) return true
    const next = left.pop()
    if (next !== null && typeof next === 'object') for (const inner of Object.values(next)) if (left.push(inner) > most) return true
  }
  return false
}
