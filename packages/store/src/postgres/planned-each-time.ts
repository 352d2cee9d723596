/**
 * Stands in a statement of which no plan is kept: what is best for it depends on values that a kept plan does not know, as the size of a
 * box does, which may hold a handful of rows or half of all.
 */
export const plannedEachTime = '/* planned each time */'
