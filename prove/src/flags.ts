export type Flags = { json: boolean; list: boolean; embedded: boolean; quick: boolean; readme: boolean; only?: string[] }

export const usage = `usage: npm run prove -- [--json] [--only NAME[,NAME]] [--embedded] [--quick] [--list] [--readme]

  --json      the last line of the output is {"scenarios": […]}
  --only      these scenarios, no others
  --embedded  the broker and the databases of npm start, instead of Mosquitto, InfluxDB and Redis
  --quick     outages of 10 s instead of 30 s
  --list      what there is to prove
  --readme    writes the table into README.md
`

const switches = ['json', 'list', 'embedded', 'quick', 'readme'] as const

/** The flags, or what is wrong with them. */
export const readFlags = (args: string[], known: string[]): Flags | { problem: string } => {
  const flags: Flags = { json: false, list: false, embedded: false, quick: false, readme: false }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const name = switches.find((candidate) => arg === `--${candidate}`)
    if (name) flags[name] = true
    else if (arg === '--only') {
      at += 1
      const only = (args[at] ?? '').split(',').filter(Boolean)
      const unknown = only.filter((candidate) => !known.includes(candidate))
      if (only.length === 0) return { problem: '--only wants the name of a scenario' }
      if (unknown.length > 0) return { problem: `no such scenario: ${unknown.join(', ')}` }
      flags.only = only
    } else return { problem: `what is ${arg}?` }
  }
  return flags
}
