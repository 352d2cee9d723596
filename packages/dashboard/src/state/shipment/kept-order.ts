type Rule<Value> = { matches: (value: Value) => boolean; compare: (a: Value, b: Value) => number }

/**
 * The values that match, in order, worked out from the time before: what has not changed keeps its place, so that a few changes among
 * twenty thousand cost one walk and no sorting. Another rule, known by being another object, begins anew; where nothing changes the list
 * is the same object.
 */
export const createKeptOrder = <Value>(idOf: (value: Value) => string) => {
  let known: ReadonlyMap<string, Value> = new Map()
  let rule: Rule<Value> | undefined
  let list: readonly Value[] = []
  return (values: ReadonlyMap<string, Value>, wanted: Rule<Value>) => {
    const before = wanted === rule ? known : undefined
    const fresh: Value[] = []
    for (const [id, value] of values) if (before?.get(id) !== value && wanted.matches(value)) fresh.push(value)
    const kept = before ? list.filter((value) => values.get(idOf(value)) === value) : []
    if (fresh.length > 0 || kept.length < list.length || !before) list = merged(kept, fresh.sort(wanted.compare), wanted.compare)
    known = values
    rule = wanted
    return list
  }
}

const merged = <Value>(a: readonly Value[], b: readonly Value[], compare: Rule<Value>['compare']) => {
  const all: Value[] = []
  let next = 0
  for (const value of a) {
    for (let other = b[next]; other !== undefined && compare(other, value) < 0; other = b[next]) {
      all.push(other)
      next += 1
    }
    all.push(value)
  }
  for (; next < b.length; next += 1) all.push(b[next] as Value)
  return all
}
