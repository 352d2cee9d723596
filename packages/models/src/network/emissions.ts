import type { Mode } from '@lading/shared/domain/mode'

export type EmissionFactor = { gramsPerTonneKm: number; source: string }

const eea = 'EEA, Rail and waterborne: best for low-carbon motorised transport (2021): EU-27, 2018, well to wheel'

/**
 * Grams of CO2e per tonne and kilometre where nobody told better ones: averages of a mode, from the fuel's source on (well to wheel), as
 * ISO 14083 and the GLEC framework ask for. A carrier's own figures are better; ships and aircraft differ by a factor of three.
 */
export const emissionFactors: Record<Mode, EmissionFactor> = {
  sea: { gramsPerTonneKm: 7, source: eea },
  rail: { gramsPerTonneKm: 24, source: eea },
  road: { gramsPerTonneKm: 137, source: eea },
  air: { gramsPerTonneKm: 1036, source: eea },
  parcel: {
    gramsPerTonneKm: 710,
    source: 'Defra and DECC, Guidelines to GHG conversion factors (2012), table 7e: rigid lorry of 3.5 to 7.5 t, average load, all scopes',
  },
}

/** Transport activity times intensity: tonnes × kilometres × grams. */
export const emissionsGrams = (weightKg: number, distanceKm: number, { gramsPerTonneKm }: Pick<EmissionFactor, 'gramsPerTonneKm'>) =>
  (weightKg / 1000) * distanceKm * gramsPerTonneKm
