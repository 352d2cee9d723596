import type { Question } from '../question.ts'
import { customs } from './customs/customs.ts'
import { demand } from './demand/demand.ts'
import { eta } from './eta/question.ts'
import { etaLive } from './eta-live/question.ts'
import { stock } from './stock/stock.ts'

/** Every question by name, in the order of the command's help. */
export const questions: Question[] = [customs, demand, eta, etaLive, stock]
