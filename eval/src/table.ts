import type { Measures, Question, SetResult } from './question.ts'

const figure = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : Math.abs(value) >= 1_000 ? value.toFixed(0) : value.toPrecision(4).replace(/\.?0+$/, '')

/** A Markdown table: a row for the model and for each baseline of each set. */
export const table = (sets: SetResult[], { shown }: Pick<Question, 'shown'>): string => {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const measured = (set: string, name: string, measures: Measures) => row([set, name, ...shown.map((measure) => figure(measures[measure]))])
  return [
    row(['set', 'method', ...shown]),
    row(['---', '---', ...shown.map(() => '---:')]),
    ...sets.flatMap(({ set, n, model, baselines }) => [
      measured(`${set} (${n})`, '**Lading**', model),
      ...Object.entries(baselines).map(([name, measures]) => measured('', name, measures)),
    ]),
  ].join('\n')
}
