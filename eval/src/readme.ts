const section = (question: string) => new RegExp(`(<!-- eval ${question} -->\n)[\\s\\S]*?(<!-- /eval ${question} -->)`)

/** The README with the table in the question's section. Throws when there is no such section. */
export const withTable = (readme: string, question: string, table: string): string => {
  if (!section(question).test(readme)) throw new Error(`README.md has no <!-- eval ${question} --> section`)
  return readme.replace(section(question), (_, start: string, end: string) => `${start}\n${table}\n\n${end}`)
}
