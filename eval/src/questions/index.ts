import type { Question } from '../question.ts'

/** Every question by name, in the order of the command's help. */
export const questions: Question[] = []
