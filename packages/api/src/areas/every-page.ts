type Page<Item> = { items: Item[]; nextCursor: string | null }

/** All items of a list, page by page. */
export const everyItem = async <Item>(page: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items: some, nextCursor }: Page<Item> = await page(cursor)
    items.push(...some)
    cursor = nextCursor
  }
  return items
}
