/** What the databases hold. Readings by `readingKey`, and how many dead letters there are by `letterKey`. */
export type Kept = { readings: Set<string>; letters: Map<string, number>; devices: Set<string>; topics: Set<string> }
