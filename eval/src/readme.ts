/** The README with the table in the question's section, between two equal marks. Throws when there is no such section. */
export const withTable = (readme: string, question: string, table: string): string => {
  const mark = `<!-- eval ${question} -->`
  const [before, , after, ...more] = readme.split(mark)
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`README.md wants its table between two ${mark}`)
  return [before, `\n\n${table}\n\n`, after].join(mark)
}
