/** The devices of a measurement, and what they report: a reefer container's position and climate, about 200 bytes. */
export const deviceCount = 1_000

export const deviceName = (number: number) => `reefer-${String(number % deviceCount).padStart(4, '0')}`

export const payload = (number: number, recordedAtMs: number) => {
  const wave = Math.sin(number)
  // Each device stays in its own port, as one that leaps would be quarantined.
  const home = Math.sin(number % deviceCount)
  return JSON.stringify({
    recordedAt: new Date(recordedAtMs).toISOString(),
    lat: round(51.9 + home + wave / 100, 5),
    lon: round(4.4 + home / 2 + wave / 100, 5),
    speedKmh: round(40 + 20 * wave, 1),
    headingDeg: round(180 + 170 * wave, 1),
    temperatureC: round(4 + wave, 2),
    humidityPct: round(60 + 10 * wave, 1),
    batteryPct: round(80 + 10 * wave, 0),
  })
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
