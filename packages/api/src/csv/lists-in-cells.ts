/** What a cell lists, parted by semicolons, each once. */
export const listInCell = (text = '') => [
  ...new Set(
    text
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]
