export type Registry = { unknownAmong: (deviceIds: string[]) => Promise<Set<string>> }

type Deps = { knownIds: (ids: string[]) => Promise<Set<string>>; now: () => number; maxAgeMs?: number }

/**
 * Remembers which devices are registered. Only a yes is remembered, so that a device is known as soon as it is registered;
 * everything is asked for again after `maxAgeMs`, so that one that was removed is noticed. One question a batch at the most.
 */
export const createRegistry = ({ knownIds, now, maxAgeMs = 60_000 }: Deps): Registry => {
  let known = new Set<string>()
  let since = now()
  return {
    unknownAmong: async (deviceIds) => {
      if (now() - since > maxAgeMs) {
        known = new Set()
        since = now()
      }
      const missing = new Set<string>()
      for (const id of deviceIds) if (!known.has(id)) missing.add(id)
      if (missing.size === 0) return missing
      for (const id of await knownIds([...missing])) {
        known.add(id)
        missing.delete(id)
      }
      return missing
    },
  }
}
