import type { Result } from './run.ts'

const columns = {
  scenario: ({ name }: Result) => name,
  sent: ({ sent }: Result) => sent,
  acknowledged: ({ acknowledged }: Result) => acknowledged,
  stored: ({ stored }: Result) => stored,
  'dead-lettered': ({ deadLettered }: Result) => deadLettered,
  lost: ({ lost }: Result) => lost,
  duplicates: ({ duplicates }: Result) => duplicates,
  'recovery, s': ({ recoverySeconds }: Result) => recoverySeconds.toFixed(1),
}

/** For people and for Markdown alike. */
export const table = (results: Result[]) => {
  const names = Object.keys(columns)
  const rows = results.map((result) => Object.values(columns).map((figure) => figure(result).toLocaleString('en')))
  const widths = names.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(names), rule, ...rows.map(line)].join('\n')
}
