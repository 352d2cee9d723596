export type LabelBox = { left: number; right: number; top: number; bottom: number }

/** Those of the labels, most important first, that do not cover one that came before. */
export const uncrowded = <Label extends { box: LabelBox }>(labels: readonly Label[]): Label[] => {
  const kept: Label[] = []
  for (const label of labels) if (!kept.some(({ box }) => overlap(box, label.box))) kept.push(label)
  return kept
}

const overlap = (a: LabelBox, b: LabelBox) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
