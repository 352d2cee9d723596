/** A heap that gives back the smallest first. */
export const smallestFirst = <Item>(isBefore: (one: Item, other: Item) => boolean) => {
  const items: Item[] = []
  const at = (index: number) => items[index] as Item
  const swap = (one: number, other: number) => {
    const held = at(one)
    items[one] = at(other)
    items[other] = held
  }
  return {
    put: (item: Item) => {
      let index = items.push(item) - 1
      while (index > 0) {
        const parent = (index - 1) >>> 1
        if (!isBefore(at(index), at(parent))) return
        swap(index, parent)
        index = parent
      }
    },
    take: (): Item | undefined => {
      const [first] = items
      const last = items.pop()
      if (items.length === 0 || last === undefined) return first
      items[0] = last
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2]
        let least = index
        if (left < items.length && isBefore(at(left), at(least))) least = left
        if (right < items.length && isBefore(at(right), at(least))) least = right
        if (least === index) return first
        swap(index, least)
        index = least
      }
    },
  }
}
