/** Under what shortcuts stand in the help sheet. */
export const shortcutGroups = ['everywhere', 'list', 'alerts', 'replay', 'map', 'chart', 'shape', 'wallboard'] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]
