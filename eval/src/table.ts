import type { Measures, Question, SetResult } from './question.ts'

const figure = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : Math.abs(value) >= 1_000 ? value.toFixed(0) : value.toPrecision(4).replace(/\.?0+$/, '')

const markdown = (head: string[], texts: number, rows: string[][]) => {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at < texts ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** A Markdown table: a row for the model and for each baseline of each set. */
export const table = (sets: SetResult[], { shown }: Pick<Question, 'shown'>): string => {
  const measured = (set: string, name: string, measures: Measures) => [set, name, ...shown.map((measure) => figure(measures[measure]))]
  return markdown(
    ['set', 'method', ...shown],
    2,
    sets.flatMap(({ set, n, model, baselines }) => [
      measured(`${set} (${n})`, '**Lading**', model),
      ...Object.entries(baselines).map(([name, measures]) => measured('', name, measures)),
    ]),
  )
}

/** A shorter one: a row a set, and for each measure that decides, the best of the simple rules. */
export const summary = (sets: SetResult[], { shown, decides, bounds = [] }: Pick<Question, 'shown' | 'decides' | 'bounds'>): string =>
  markdown(
    ['set', ...shown, ...Object.keys(decides).map((measure) => `best rule’s ${measure}`)],
    1,
    sets.map(({ set, n, model, baselines }) => [
      `${set} (${n})`,
      ...shown.map((measure) => figure(model[measure])),
      ...Object.entries(decides).map(([measure, better]) => {
        const rules = Object.entries(baselines).filter(
          ([name, measures]) => !bounds.includes(name) && !Number.isNaN(measures[measure] ?? Number.NaN),
        )
        const value = ([, measures]: [string, Measures]) => (better === 'lower' ? 1 : -1) * (measures[measure] as number)
        const [best] = rules.sort((a, b) => value(a) - value(b))
        return best && measure in model ? `${figure(best[1][measure])} (${best[0]})` : ''
      }),
    ]),
  )
