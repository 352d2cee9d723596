import type { InWorld } from '../../question.ts'
import { live } from './live.ts'

export const etaLive: InWorld = {
  name: 'eta-live',
  about: 'when will it arrive, asked again and again while it is on its way',
  live,
  shown: ['mae', 'coverageP10P90', 'belowP90', 'pinball', 'missBrier'],
  decides: { mae: 'lower' },
}
