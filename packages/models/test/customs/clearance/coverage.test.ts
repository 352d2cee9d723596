import type { Channel } from '@lading/shared/domain/customs-channel'
import { expect, test } from 'vitest'
import { learnClearance, predictClearance } from '../../../src/customs/clearance/clearance.ts'
import type { ClearanceMemory } from '../../../src/customs/clearance/memory.ts'
import { seeded } from '../../../src/random/seeded.ts'

const hourMs = 3_600_000

test('Four of five clearances take between P10 and P90, in offices that differ and of which little is published.', () => {
  const random = seeded(11)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const offices = Array.from({ length: 12 }, (_, at) => ({
    office: `office ${at}`,
    country: at % 2 === 0 ? 'AA' : 'BB',
    examination: 0.05 + 0.4 * random(),
    documents: 0.2 * random(),
    logHours: { released: normal() * 0.5, documents: 3 + normal() * 0.5, examination: 4 + normal() * 0.5 },
  }))
  const memory: ClearanceMemory = {}
  const underWay: { due: number; learn: () => void }[] = []
  const covered: number[] = []
  const said = { examination: 0, happened: 0 }
  for (let at = 0; at < 4_000; at += 1) {
    const submittedAtMs = Date.UTC(2024, 0, 1) + at * 2 * hourMs
    for (const { learn } of underWay.filter(({ due }) => due <= submittedAtMs)) learn()
    underWay.splice(0, underWay.length, ...underWay.filter(({ due }) => due > submittedAtMs))

    const { office, country, examination, documents, logHours } = offices[at % offices.length] as (typeof offices)[number]
    const drawn = random()
    const channel: Channel = drawn < examination ? 'examination' : drawn < examination + documents ? 'documents' : 'released'
    const hours = Math.max(0.3, Math.exp(logHours[channel] + 0.7 * normal()))
    const its = { country, office, submittedAtMs }
    const clearance = predictClearance(memory, its)
    if (at > 1_000) {
      covered.push(Number(hours >= clearance.hours.p10 && hours <= clearance.hours.p90))
      said.examination += clearance.channels.examination
      said.happened += Number(channel === 'examination')
    }
    const clearedAtMs = submittedAtMs + hours * hourMs
    underWay.push({ due: clearedAtMs, learn: () => learnClearance(memory, its, { channel, clearedAtMs }) })
  }
  const share = covered.reduce((sum, one) => sum + one, 0) / covered.length
  expect(share).toBeGreaterThan(0.77)
  expect(share).toBeLessThan(0.83)
  expect(said.examination / said.happened).toBeGreaterThan(0.9)
  expect(said.examination / said.happened).toBeLessThan(1.1)
})
