import { type Issue, issueAt } from './issue.ts'

/** What a validator of JSON Schema finds, as Ajv and TypeBox tell it. */
type SchemaError = { instancePath: string; keyword: string; message?: string; params: object }
type Told = Record<string, unknown>

/** The validator's own words, and beside them the code and the parameters; a field that is missing is what should be looked at. */
export const issueOfSchema = ({ instancePath, keyword, message = 'is not valid', params }: SchemaError): Issue => {
  const told = params as Told
  // Ajv names one field, TypeBox several.
  const missing = told.missingProperty ?? (told.requiredProperties as string[] | undefined)?.[0]
  const path = missing === undefined ? instancePath : `${instancePath}/${missing}`
  return { ...(byKeyword[keyword]?.(path, told) ?? issueAt(path, 'not-as-expected')), message }
}

const bound = ({ limit }: Told) => Number(limit)

const byKeyword: Record<string, (path: string, told: Told) => Issue> = {
  required: (path) => issueAt(path, 'missing'),
  additionalProperties: (path, told) =>
    issueAt(path, 'field-unknown', { field: String(told.additionalProperty ?? told.additionalProperties) }),
  type: (path, { type }) => issueAt(path, 'wrong-type', { type: String(type) }),
  minimum: (path, told) => issueAt(path, 'too-small', { least: bound(told) }),
  maximum: (path, told) => issueAt(path, 'too-large', { most: bound(told) }),
  minLength: (path, told) => issueAt(path, 'too-short', { least: bound(told) }),
  maxLength: (path, told) => issueAt(path, 'too-long', { most: bound(told) }),
  minItems: (path, told) => issueAt(path, 'too-few', { least: bound(told) }),
  maxItems: (path, told) => issueAt(path, 'too-many', { most: bound(told) }),
}
