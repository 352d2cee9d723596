/** What a signed-in person may do: an admin everything, an operator the day's work, a viewer only look. */
export const roles = ['admin', 'operator', 'viewer'] as const
export type Role = (typeof roles)[number]

const rank: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 }

/** Whether someone with `role` may do what `needed` may do. */
export const mayActAs = (role: Role, needed: Role) => rank[role] >= rank[needed]
