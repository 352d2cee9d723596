/**
 * What is wrong with the filter of a bridge, in words; undefined for one that may be given. Its first level is always a name:
 * nobody but the platform publishes what is new (`live/…`) or what is the broker's own (`$…`).
 */
export const whyNotBridged = (filter: string): string | undefined => {
  if (filter === '' || filter.length > 1_000) return 'has 1 to 1000 characters'
  if (/\p{Cc}/u.test(filter)) return 'has a control character'
  const levels = filter.split('/')
  const [first = ''] = levels
  if (first === '' || first.includes('+') || first.includes('#')) return 'begins with a name, not with a wildcard'
  if (first.startsWith('$')) return 'is the broker’s own'
  if (first === 'live') return 'is the platform’s own'
  if (levels.some((level) => level.includes('+') && level !== '+')) return '+ stands for a whole level'
  if (levels.some((level, at) => level.includes('#') && (level !== '#' || at < levels.length - 1))) return '# is the whole last level'
  return undefined
}

/** Whether the filter has the topic, by the rules of MQTT: `a/#` has `a` as well. */
export const matchesFilter = (filter: string, topic: string): boolean => {
  const wanted = filter.split('/')
  const given = topic.split('/')
  const end = wanted.at(-1) === '#' ? wanted.length - 1 : wanted.length
  if (end === wanted.length ? given.length !== end : given.length < end) return false
  return wanted.slice(0, end).every((level, at) => level === '+' || level === given[at])
}
