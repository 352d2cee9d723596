import { Compile } from 'typebox/compile'
import { placeholdersOf } from './device-name.ts'
import { type Mapping, MappingFile } from './mapping.ts'
import { createTopicPattern } from './topic-pattern.ts'

const contract = Compile(MappingFile)

/** The mappings of a file's text. Throws an Error that says everything that is wrong with it, one line each. */
export const readMappings = (text: string): Mapping[] => {
  const file = parse(text)
  if (!contract.Check(file)) throw new Error(problemsOf(file).join('\n'))
  const mappings = file.mappings as Mapping[]
  const problems = mappings.flatMap(problemsOfMapping)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return mappings
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`)
  }
}

type Problem = { keyword: string; instancePath: string; message: string; params: object }

/** A union complains in the name of each of its branches: what is said about the deepest place helps most. */
const problemsOf = (file: unknown) => {
  const problems = [...contract.Errors(file)] as Problem[]
  const isOuter = (path: string) => problems.some(({ instancePath }) => instancePath.startsWith(`${path}/`))
  const telling = problems.filter(({ instancePath, keyword }) => keyword === 'required' || (!isOuter(instancePath) && keyword !== 'anyOf'))
  const isVague = ({ instancePath, keyword }: Problem) =>
    keyword === 'type' && telling.some((other) => other.instancePath === instancePath && other.keyword !== 'type')
  return telling.filter((problem) => !isVague(problem)).map((problem) => `${problem.instancePath || '/'} ${inWords(problem)}`)
}

const inWords = ({ keyword, message, params }: Problem) => {
  if (keyword === 'enum') return `must be one of ${(params as { allowedValues: string[] }).allowedValues.join(', ')}`
  return keyword === 'boolean' ? 'is not known' : message
}

const problemsOfMapping = ({ topic, device }: Mapping, at: number) => {
  const { names } = createTopicPattern(topic)
  const strange = placeholdersOf(device).filter((inner) => !inner.startsWith('/') && !names.includes(inner))
  return [
    ...strange.map((inner) => `/mappings/${at}/device {${inner}} is neither a level of the topic nor a pointer such as {/imei}`),
    ...(/^\{/.test(topic) ? [`/mappings/${at}/topic begins with a name: it would take every device's messages`] : []),
    ...(placeholdersOf(device).length === 0 ? [`/mappings/${at}/device is the same for every message: use {name} or {/pointer}`] : []),
  ]
}
