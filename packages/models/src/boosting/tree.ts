/**
 * A tree as flat lists, so that it is walked quickly and stored as it is. Node `at` asks whether feature[at] ≤ threshold[at]; what is
 * missing goes left where `missingLeft` is 1. The children are left[at] and left[at] + 1; a leaf has left 0 and its value.
 */
export type Tree = { feature: number[]; threshold: number[]; missingLeft: number[]; left: number[]; value: number[] }

export const leafOf = (tree: Tree, row: ArrayLike<number>): number => {
  let at = 0
  for (let left = tree.left[0] as number; left !== 0; left = tree.left[at] as number) {
    const value = row[tree.feature[at] as number] as number
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[at] === 1 : value <= (tree.threshold[at] as number)
    at = goesLeft ? left : left + 1
  }
  return at
}
