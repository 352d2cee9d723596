import { type IssueCode, sentences } from './sentences.ts'

/**
 * What is wrong with a part of what was sent, and where: a JSON pointer, or a line and a column of a file. The message is English; `code`
 * and `params` say the same to programs and in other languages.
 */
export type Issue = { path: string; message: string; code?: string; params?: Params }
export type Params = Record<string, string | number>

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Names<Code extends IssueCode> = NamesIn<(typeof sentences)[Code]>
/** What a sentence has to be told: nothing where it names no parameter. */
export type ToldOf<Code extends IssueCode> = [Names<Code>] extends [never] ? [] : [params: Record<Names<Code>, string | number>]

/** The one way to make one. */
export const issueAt = <Code extends IssueCode>(path: string, code: Code, ...[params]: ToldOf<Code>) => {
  const told: Params = params ?? {}
  const message: string = sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(told[name]))
  return { path, message, code, ...(params && { params: told }) }
}

/** Notes what is wrong with the fields of a line. */
export type Wrong = <Code extends IssueCode>(field: string, code: Code, ...told: ToldOf<Code>) => void

export const wrongOn =
  (line: number, issues: Issue[]): Wrong =>
  (field, code, ...told) =>
    void issues.push(issueAt(`line ${line}, ${field}`, code, ...told))
