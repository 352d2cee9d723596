export type Flags = { question: string; data: string; json: boolean; readme: boolean }

export const usage = (questions: string[]) => `usage: npm run eval -- <${questions.join('|')}> --data DIR [--json] [--readme]

  --data    one set of data, or a folder of sets; docs/data.md says what they look like
  --json    the last line of the output is {"eval": "…", "sets": […]}
  --readme  writes a summary into README.md
`

/** The flags, or what is wrong with them. */
export const readFlags = (args: string[], questions: string[]): Flags | { problem: string } => {
  const [question = '', ...rest] = args
  if (!questions.includes(question)) return { problem: question ? `no such question: ${question}` : 'which question?' }
  const flags: Flags = { question, data: '', json: false, readme: false }
  for (let at = 0; at < rest.length; at += 1) {
    const arg = rest[at]
    if (arg === '--json') flags.json = true
    else if (arg === '--readme') flags.readme = true
    else if (arg === '--data') {
      at += 1
      flags.data = rest[at] ?? ''
    } else return { problem: `what is ${arg}?` }
  }
  return flags.data ? flags : { problem: '--data wants a directory' }
}
