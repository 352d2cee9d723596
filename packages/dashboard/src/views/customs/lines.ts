/** What stands in a field of several lines: each once, without those that are empty. */
export const lines = (value: FormDataEntryValue | null) => [
  ...new Set(
    String(value ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
