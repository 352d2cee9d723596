import { byChannel, type Channel, channels } from '@lading/shared/domain/customs-channel'
import type { ClearanceCase } from './clearance-case.ts'

/** What has come of the cases of one group: for each channel how many (recent ones count more), and sums of log hours. Plain data. */
export type Group = { lastAtMs: number; of: Record<Channel, { weight: number; sum: number; squares: number }> }
/** All groups by key. Plain data: it is stored as it is, and goes on where it was. */
export type ClearanceMemory = Record<string, Group>

/** Procedures and offices change; after a year an outcome counts half. */
const halfLifeMs = 365 * 86_400_000

const levels = ['country', 'mode', 'office', 'chapter', 'party'] as const
export type Level = (typeof levels)[number] | 'rule'

/** The groups a case belongs to, from the widest to the narrowest that is known. A party is itself wherever in the country it clears. */
export const groupsOf = ({ country, mode, office, hsCode, party }: ClearanceCase): { level: Level; key: string }[] => {
  const chapter = hsCode?.slice(0, 2)
  const key = (...parts: string[]) => JSON.stringify(parts)
  return [
    { level: 'country', key: key('country', country) },
    ...(mode ? [{ level: 'mode' as const, key: key('mode', country, mode) }] : []),
    ...(office ? [{ level: 'office' as const, key: key('office', country, office) }] : []),
    ...(chapter ? [{ level: 'chapter' as const, key: key('chapter', country, office ?? '', chapter) }] : []),
    ...(party ? [{ level: 'party' as const, key: key('party', country, party) }] : []),
  ]
}

/** Cases under a rule (documents missing, goods restricted) are a group of their own, and do not colour the ordinary ones. */
export const ruleGroupOf = ({ country }: ClearanceCase, rules: string[]) => ({
  level: 'rule' as const,
  key: JSON.stringify(['rule', country, ...rules]),
})

const fade = (fromMs: number, toMs: number) => 0.5 ** (Math.max(0, toMs - fromMs) / halfLifeMs)

export const remember = (memory: ClearanceMemory, key: string, channel: Channel, hours: number, atMs: number) => {
  const group: Group = memory[key] ?? { lastAtMs: atMs, of: byChannel(() => ({ weight: 0, sum: 0, squares: 0 })) }
  memory[key] = group
  if (atMs > group.lastAtMs) {
    const left = fade(group.lastAtMs, atMs)
    for (const its of Object.values(group.of)) {
      its.weight *= left
      its.sum *= left
      its.squares *= left
    }
    group.lastAtMs = atMs
  }
  // An outcome that is told late counts as much as it would have by now.
  const weight = fade(atMs, group.lastAtMs)
  const its = group.of[channel]
  const logHours = Math.log(Math.max(leastHours, hours))
  its.weight += weight
  its.sum += weight * logHours
  its.squares += weight * logHours * logHours
}

/** A quarter of an hour: what is cleared faster, or while the office was closed, took no time that anybody plans by. */
const leastHours = 0.25

/** How much the outcomes of a group still count, in all and in each channel, with mean and sum of squares about it of log hours. */
export const recall = (memory: ClearanceMemory, key: string, atMs: number) => {
  const group = memory[key]
  if (!group) return undefined
  const left = fade(group.lastAtMs, atMs)
  const of = byChannel((channel) => {
    const { weight, sum, squares } = group.of[channel]
    const mean = weight > 0 ? sum / weight : 0
    return { weight: weight * left, mean, about: Math.max(0, squares - weight * mean * mean) * left }
  })
  return { of, weight: channels.reduce((all, channel) => all + of[channel].weight, 0) }
}
