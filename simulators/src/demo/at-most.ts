/** Does the work for every item, `limit` at a time; the first failure ends it. */
export const atMost = async <Item>(limit: number, items: Item[], work: (item: Item) => Promise<void>) => {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
}
