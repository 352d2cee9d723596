import { type RiskRule, rounded } from '../rule.ts'

/** The air that a unit blows and the air at the goods differ by so much as a matter of course. */
const leastC = 3
const longestApartHours = 12

/** A party says that goods are kept at a temperature, and the sensor that travels with them says another. */
export const saidColdIsWarm: RiskRule = ({ subject: { reports, temperature } }) => {
  const said = reports.findLast(({ claim, temperatureC }) => claim === 'temperature' && temperatureC !== null)
  if (!said || said.temperatureC === null || !temperature) return []
  const apartHours = Math.abs(temperature.at.getTime() - said.eventTime.getTime()) / 3_600_000
  const differenceC = Math.abs(temperature.temperatureC - said.temperatureC)
  if (apartHours > longestApartHours || differenceC < leastC) return []
  return [
    {
      what: 'said-cold-is-warm',
      facts: {
        ...{ saidC: said.temperatureC, measuredC: rounded(temperature.temperatureC), role: said.role, party: said.party },
        ...{ deviceId: temperature.deviceId, claimedAt: said.eventTime.toISOString(), seenAt: temperature.at.toISOString() },
      },
      weight: Math.min(2, 0.25 * differenceC),
      ...{ confidence: 0.8, at: temperature.at.toISOString(), halfLifeHours: 72, inArrival: false },
      source: { type: 'report', id: said.id },
    },
  ]
}
