/** JSON, or what is wrong with it. */
export const readJson = (payload: Buffer): { value: unknown } | { problem: string } => {
  try {
    return { value: JSON.parse(payload.toString()) }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}
