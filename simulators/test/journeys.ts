import fc from 'fast-check'
import { createJourney, type JourneyRequest } from '../src/journey/create-journey.ts'
import type { Journey } from '../src/journey/journey.ts'
import { troubleKinds } from '../src/journey/journey.ts'
import { isPossible } from '../src/journey/trouble.ts'
import { scenarioNames } from '../src/lanes/scenarios.ts'

export const startMs = Date.parse('2026-03-02T05:00:00Z')

/** Any consignment of any scenario, with any trouble that can happen to it. */
export const anyRequest: fc.Arbitrary<JourneyRequest> = fc
  .record({
    seed: fc.string({ maxLength: 6 }),
    number: fc.nat(10_000),
    scenario: fc.constantFrom(...scenarioNames),
    trouble: fc.constantFrom(null, ...troubleKinds),
  })
  .map(({ trouble, ...request }) => {
    const calm = { ...request, startMs, trouble: null }
    return trouble && isPossible(trouble, createJourney(calm)) ? { ...calm, trouble } : calm
  })

export const anyJourney: fc.Arbitrary<Journey> = anyRequest.map(createJourney)

export const journeyWith = (request: Partial<Parameters<typeof createJourney>[0]>) =>
  createJourney({ seed: 'test', number: 1, scenario: 'road', startMs, trouble: null, ...request })
