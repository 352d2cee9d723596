/** What people of our own may do: an admin everything, an operator the day's work, a viewer only look. */
export const staffRoles = ['admin', 'operator', 'viewer'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a signed-in person is: one of our own, or somebody of a partner, who sees what that partner takes part in and nothing else. */
export const roles = [...staffRoles, 'partner'] as const
export type Role = (typeof roles)[number]

const rank: Record<StaffRole, number> = { viewer: 0, operator: 1, admin: 2 }

/** Whether someone with `role` may do what `needed` may do. A partner may do nothing that staff may, and staff nothing that a partner may. */
export const mayActAs = (role: Role, needed: Role) =>
  role === 'partner' || needed === 'partner' ? role === needed : rank[role] >= rank[needed]
