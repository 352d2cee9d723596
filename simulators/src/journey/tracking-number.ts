import { isContainerNumber } from '@lading/shared/domain/container-number'
import { s10CheckDigit } from '@lading/shared/domain/s10'
import { gs1CheckDigit } from '@lading/shared/domain/sscc'
import type { Random } from '../random/random.ts'

/** A number of the kind that travels on such goods, its check digit right: container at sea, postal item in a parcel, SSCC elsewhere. */
export const trackingNumberFor = (random: Random, scenario: string, country: string): string => {
  if (scenario === 'sea' || scenario === 'rail') return containerNumber(random)
  if (scenario === 'parcel') return postalItem(random, country)
  // GS1's example company prefix 0614141, for documents and demonstrations.
  const stem = `1${'0614141'}${digits(random, 9)}`
  return `${stem}${gs1CheckDigit(stem)}`
}

// LDG is nobody's owner code in the BIC register.
export const containerNumber = (random: Random) => {
  const stem = `LDGU${digits(random, 6)}`
  const number = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(isContainerNumber)
  return number as string
}

const postalItem = (random: Random, country: string) => {
  const serial = digits(random, 8)
  return `LD${serial}${s10CheckDigit(serial)}${country}`
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
