/**
 * The device that a topic, or a topic filter, belongs to: `lading/v1/<device>/…`, and `owntracks/<user>/<device>/…` for the
 * device `user:device`. Undefined for every other topic. A filter with a wildcard in its name belongs to nobody, because no
 * device has a name with one.
 */
export const deviceOfTopic = (topic: string): string | undefined => {
  const [root, first, second, ...rest] = topic.split('/')
  if (root === 'owntracks' && first && second) return `${first}:${second}`
  if (root === 'lading' && first === 'v1' && second && rest.length > 0) return second
  return undefined
}

/** Everything of a device at the broker, as topic filters: what a broker needs that compares topics itself. */
export const topicFiltersOf = (deviceId: string): string[] => {
  const parts = deviceId.split(':')
  // `a:b:c` may be the device `b:c` of the user `a`, or `c` of `a:b`.
  const phones = parts.slice(1).map((_, index) => {
    const at = index + 1
    return `owntracks/${parts.slice(0, at).join(':')}/${parts.slice(at).join(':')}`
  })
  const named = phones.filter((topic) => topic.split('/').every((level) => level !== ''))
  return [`lading/v1/${deviceId}/#`, ...named.map((topic) => `${topic}/#`)]
}
