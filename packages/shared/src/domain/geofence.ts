/** Names of colours that a face has a token for; the face says with a word and a line which is which. */
export const areaColours = ['blue', 'green', 'orange', 'purple', 'yellow', 'grey'] as const

/** The longest stay that an alert waits for: a season. */
export const dwellHoursMost = 2160
