import type { BesideNaive, Figures } from '@lading/shared/domain/accuracy'
import { addBeside, nothingBeside } from './beside-naive.ts'

/** What a part of a test showed: figures of its cases, and how they did beside the naive rule. */
export type Tested = { figures: Figures | null; beside: BesideNaive }

/**
 * Figures of several parts together, each as much as it has cases; nothing of none. The median is the only one that this makes
 * approximate, so it is left out.
 */
export const pooledFigures = (parts: Tested[]): Omit<Figures, 'medianError'> | undefined => {
  const figures = parts.flatMap((part) => part.figures ?? [])
  const cases = figures.reduce((sum, one) => sum + one.cases, 0)
  if (cases === 0) return undefined
  const over = (value: (one: Figures) => number) => figures.reduce((sum, one) => sum + one.cases * value(one), 0) / cases
  return {
    cases,
    meanError: over(({ meanError }) => meanError),
    bias: over(({ bias }) => bias),
    coverage: over(({ coverage }) => coverage),
    pinball: over(({ pinball }) => pinball),
  }
}

export const pooledBeside = (parts: Tested[]): BesideNaive => parts.map(({ beside }) => beside).reduce(addBeside, nothingBeside)
