import { type Finding, type Look, looks } from './walk.ts'

const columns = Object.keys(looks) as Look[]

/** A line a view: how many rules axe could apply, and how many elements break one in each look; then each of them. */
export const reportOf = (findings: Finding[]): string => {
  const width = Math.max(...findings.map(({ view }) => view.length))
  const cells = (head: string, rest: (string | number)[]) =>
    [head.padEnd(width), ...rest.map((cell) => String(cell).padStart(12))].join('  ')
  const rows = findings.map(({ view, rules, violations, clipped, moving }) =>
    cells(view, [rules, ...columns.map((look) => violations[look].length), clipped.length, moving.length]),
  )
  return [cells('view', ['rules', ...columns, 'clipped', 'moving']), ...rows, ...wrongOf(findings)].join('\n')
}

/** Everything that is wrong, each with the view and the look. */
export const wrongOf = (findings: Finding[]): string[] =>
  findings.flatMap(({ view, violations, clipped, moving }) => [
    ...columns.flatMap((look) => violations[look].map((each) => `${view} (${look}): ${each}`)),
    ...clipped.map((each) => `${view}: ${each}`),
    ...moving.map((each) => `${view}: ${each} moves, although nothing should`),
  ])
