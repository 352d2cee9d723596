/** Whether the runtime's table of IANA time zones knows it; an offset such as `+02:00` is none. */
export const isTimeZone = (zone: string) => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    // This is how the runtime says no.
    return false
  }
}
