import type { NewMovement } from '@lading/shared/contract/stock'
import type { Issue } from '@lading/shared/issue/issue'

/** What is wrong with movements beyond the shape of their fields; nothing where the list is empty. */
export const checkMovements = (movements: NewMovement[]): Issue[] =>
  movements.flatMap(({ kind, quantity, warehouse, to }, index) => {
    const issues: Issue[] = []
    const at = (field: string, message: string) => issues.push({ path: `/items/${index}/${field}`, message })
    if (kind !== 'adjustment' && quantity < 0) at('quantity', `of a ${kind} is below zero`)
    if (kind === 'transfer' && to === undefined) at('to', 'is missing: where the transfer goes')
    if (kind === 'transfer' && to === warehouse) at('to', 'is where the transfer begins')
    if (kind !== 'transfer' && to !== undefined) at('to', `is for transfers, and this is a ${kind}`)
    return issues
  })
