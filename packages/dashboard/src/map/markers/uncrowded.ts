export type LabelBox = { left: number; right: number; top: number; bottom: number }

/** Where a label may stand, the most welcome spot first. */
type Spot = { box: LabelBox }

/**
 * The labels that find room, the most important first, each in its first spot that covers neither a mark nor a label before
 * it. One without such a spot yields.
 */
export const uncrowded = <Label extends { spots: readonly Spot[] }>(labels: readonly Label[], marks: readonly LabelBox[] = []) => {
  const taken = [...marks]
  const kept: { label: Label; spot: Label['spots'][number] }[] = []
  for (const label of labels) {
    const spot = label.spots.find(({ box }) => !taken.some((other) => overlap(other, box)))
    if (!spot) continue
    taken.push(spot.box)
    kept.push({ label, spot })
  }
  return kept
}

export const overlap = (a: LabelBox, b: LabelBox) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
