const marker = '<!-- prove -->'

/** The README with the table between its two markers; a README without them gets a section at its end. */
export const withProof = (readme: string, table: string) => {
  const section = `${marker}\n\n${table}\n\n${marker}`
  const parts = readme.split(marker)
  if (parts.length === 3) return `${parts[0]}${section}${parts[2]}`
  return `${readme.trimEnd()}\n\n## What a fault loses\n\nWritten by \`npm run prove -- --readme\`:\n\n${section}\n`
}
