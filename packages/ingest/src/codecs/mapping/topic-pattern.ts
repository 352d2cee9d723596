/** A topic with named levels, such as `acme/{site}/{tracker}/state`: what to subscribe to, and what a topic's levels are. */
export const createTopicPattern = (pattern: string) => {
  const levels = pattern.split('/').map((level) => ({ level, name: /^\{(\w+)\}$/.exec(level)?.[1] }))
  return {
    filter: levels.map(({ level, name }) => (name ? '+' : level)).join('/'),
    names: levels.flatMap(({ name }) => name ?? []),
    /** The named levels of a topic that fits; nothing for any other topic. */
    match: (topic: string): Record<string, string> | undefined => {
      const given = topic.split('/')
      const fits = given.length === levels.length && levels.every(({ level, name }, at) => name || level === given[at])
      return fits ? Object.fromEntries(levels.flatMap(({ name }, at) => (name ? [[name, given[at] ?? '']] : []))) : undefined
    },
  }
}
