/** The reasons for dead letters that are well formed and still not to be believed: the device needs a look, not its format. */
export const quarantineReasons = ['clock-far-past', 'clock-in-future', 'flood', 'frozen-fix', 'impossible-jump', 'zero-island'] as const
