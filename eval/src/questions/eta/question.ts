import type { OnData } from '../../question.ts'
import { setsOf } from '../../sets-of.ts'
import { judge } from './judge.ts'

export const eta: OnData = {
  name: 'eta',
  about: 'how long will it take',
  find: setsOf('train.csv', 'test.csv'),
  judge,
  shown: ['pinball', 'mae', 'medianAe', 'coverageP10P90', 'belowP90'],
  decides: { pinball: 'lower', mae: 'lower' },
}
