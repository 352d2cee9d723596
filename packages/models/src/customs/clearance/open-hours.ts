/** Whether customs works at an instant: opening hours, weekends and holidays of the office, in its own zone. */
export type IsOpen = (atMs: number) => boolean

const stepHours = 0.5
const hourMs = 3_600_000

/**
 * Open hours after an instant, as a function of the hours gone by, in steps of half an hour, counted as they are asked for. Without
 * opening hours the two are the same.
 */
export const openHoursAfter = (fromMs: number, isOpen: IsOpen | undefined): ((hours: number) => number) => {
  if (!isOpen) return (hours) => hours
  const openBy = [0]
  return (hours) => {
    const step = Math.max(0, hours) / stepHours
    while (openBy.length < step + 1) {
      const at = openBy.length - 1
      const open = isOpen(fromMs + (at + 0.5) * stepHours * hourMs) ? stepHours : 0
      openBy.push((openBy[at] as number) + open)
    }
    const low = Math.floor(step)
    const from = openBy[low] as number
    return from + (step - low) * ((openBy[low + 1] ?? from) - from)
  }
}
