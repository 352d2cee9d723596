const marker = '<!-- configuration -->'
const section = (table: string) => `${marker}\n\n${table}\n\n${marker}`

/** The README with the table between its two markers; a README without them gets a section at its end. */
export const withConfiguration = (readme: string, table: string) => {
  const parts = readme.split(marker)
  if (parts.length === 3) return `${parts[0]}${section(table)}${parts[2]}`
  return `${readme.trimEnd()}\n\n## Configuration\n\n${section(table)}\n`.trimStart()
}

/** What is between the markers. */
export const configurationIn = (readme: string) => readme.split(marker)[1]?.trim()
