import type { Boosted } from '../../boosting/boost.ts'
import { newCellIndex, placeCells } from './cell-index.ts'
import type { Component } from './component.ts'
import type { Targeting } from './learn-targeting.ts'

type Saved<Part> = { [Key in keyof Part]: Part[Key] extends Float64Array | Int32Array ? number[] : Part[Key] }
type SavedCategory = Omit<Extract<Component, { kind: 'category' }>, 'codes'> & { codes: string[] }
type SavedRange = Saved<Extract<Component, { kind: 'range' }>>
type SavedCross = Saved<Omit<Targeting['encoder']['crosses'][number], 'index'>> & { cells: number[]; codes: number[] }

/** A targeting model as plain data, to be kept as JSON. */
export type SavedTargeting = Saved<Omit<Targeting, 'encoder' | 'boosted'>> & {
  boosted: Boosted[]
  encoder: Omit<Targeting['encoder'], 'components' | 'crosses'> & { components: (SavedCategory | SavedRange)[]; crosses: SavedCross[] }
}

export const saveTargeting = ({ encoder, tried, ...rest }: Targeting): SavedTargeting => ({
  ...rest,
  tried: Array.from(tried),
  encoder: {
    ...encoder,
    components: encoder.components.map((component) =>
      component.kind === 'category'
        ? { ...component, codes: [...component.codes.keys()] }
        : { ...component, edges: Array.from(component.edges) },
    ),
    crosses: encoder.crosses.map(({ index, told, yes, ...cross }) => ({
      ...cross,
      cells: Array.from(index.cells.subarray(0, index.size)),
      codes: Array.from(index.codes.subarray(0, index.size)),
      told: Array.from(told.subarray(0, index.size)),
      yes: Array.from(yes.subarray(0, index.size)),
    })),
  },
})

export const loadTargeting = ({ encoder, tried, ...rest }: SavedTargeting): Targeting => ({
  ...rest,
  tried: Float64Array.from(tried),
  encoder: {
    ...encoder,
    components: encoder.components.map(
      (component): Component =>
        component.kind === 'category'
          ? { ...component, codes: new Map(component.codes.map((value, code) => [value, code])) }
          : { ...component, edges: Float64Array.from(component.edges) },
    ),
    crosses: encoder.crosses.map(({ cells, codes, told, yes, ...cross }) => ({
      ...cross,
      told: Float64Array.from(told),
      yes: Float64Array.from(yes),
      index: placeCells(newCellIndex(), cells, codes),
    })),
  },
})
