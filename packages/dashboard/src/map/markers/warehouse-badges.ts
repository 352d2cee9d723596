import type { WarehouseState } from '../../state/map/warehouse-states.ts'
import type { Spot } from '../mercator.ts'
import { type LabelBox, overlap } from './uncrowded.ts'

/** A warehouse, or several whose badges would cover each other, the one with most that ran out first: it stands at the place of this one. */
export type Badge = {
  states: readonly [WarehouseState, ...WarehouseState[]]
  /** From the place to the middle of the badge, in pixels. */
  offset: Spot
  /** Whether it covers one of the marks, as there was no room beside them. */
  covers: boolean
}

/** In pixels, as the style sheet has it. */
export const badgeHeight = 26
const [edge, icon, digit, gap, fromPlace] = [13, 15, 8, 3, 8]

const counted = (value: number) => (value > 0 ? icon + digit * String(value).length + gap : 0)

export const sumOf = (states: Badge['states']) => ({
  atRisk: states.reduce((sum, { atRisk }) => sum + atRisk, 0),
  out: states.reduce((sum, { out }) => sum + out, 0),
})

const widthOf = (states: Badge['states']) => {
  const { atRisk, out } = sumOf(states)
  const places = states.length > 1 ? digit * String(states.length).length : 0
  return edge + icon + places + counted(atRisk - out) + counted(out)
}

/** Above its place, where people look for it, or else below or beside it. */
const offsetsOf = (width: number): [Spot, ...Spot[]] => {
  const [beside, above] = [width / 2 + fromPlace, badgeHeight / 2 + fromPlace]
  return [
    { x: 0, y: -above },
    { x: 0, y: above },
    { x: beside, y: 0 },
    { x: -beside, y: 0 },
    ...[beside, -beside].flatMap((x) => [-above, above].map((y) => ({ x, y }))),
  ]
}

const worstFirst = (one: WarehouseState, other: WarehouseState) => other.out - one.out || other.atRisk - one.atRisk

type Deps = { states: readonly WarehouseState[]; at: (state: WarehouseState) => Spot; marks: readonly LabelBox[] }

/** Badges of which none covers another, and none a mark where there is room beside it. Every warehouse is in one of them. */
export const warehouseBadges = ({ states, at, marks }: Deps): Badge[] => {
  const boxOf = (group: Badge['states'], offset: Spot): LabelBox => {
    const [{ x, y }, half] = [at(group[0]), widthOf(group) / 2]
    return {
      left: x + offset.x - half,
      right: x + offset.x + half,
      top: y + offset.y - badgeHeight / 2,
      bottom: y + offset.y + badgeHeight / 2,
    }
  }
  const usual = (group: Badge['states']) => boxOf(group, offsetsOf(widthOf(group))[0])
  const groups: Badge['states'][] = []
  for (const state of states) {
    let group: Badge['states'] = [state]
    for (;;) {
      const near = groups.findIndex((other) => overlap(usual(other), usual(group)))
      if (near < 0) break
      const joined = [...group, ...groups.splice(near, 1).flat()]
      group = joined.toSorted(worstFirst) as [WarehouseState, ...WarehouseState[]]
    }
    groups.push(group)
  }
  groups.sort(([one], [other]) => worstFirst(one, other))
  const taken = [...marks]
  return groups.map((group) => {
    const [first, ...others] = offsetsOf(widthOf(group))
    // The usual spots of those that come later are free as well: no two of them overlap.
    const kept = groups.filter((other) => other !== group).map(usual)
    const free = [first, ...others].find((offset) => {
      const box = boxOf(group, offset)
      return ![...taken, ...kept].some((other) => overlap(other, box))
    })
    const offset = free ?? first
    taken.push(boxOf(group, offset))
    return { states: group, offset, covers: !free }
  })
}
