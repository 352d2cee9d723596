import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

type Json = Record<string, unknown>
type Operation = { responses: Record<string, { content?: Record<string, { schema: Json }> }> }
type Document = { paths: Record<string, Record<string, Operation>> }

/** Holds answers against the OpenAPI document: every field has the type it says, and there is no field it does not name. */
export const createContractCheck = (document: unknown) => {
  const { paths } = document as Document
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const compiled = new Map<string, ValidateFunction>()
  // Names before parameters, as the router has it.
  const parameters = (path: string) => path.split('{').length
  const names = Object.keys(paths).sort((a, b) => parameters(a) - parameters(b))
  const routes = names.map((path) => ({ path, shape: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))

  return (method: string, url: string, status: number, body: unknown) => {
    const path = routes.find(({ shape }) => shape.test(url.split('?')[0] as string))?.path
    const schema = path && paths[path]?.[method.toLowerCase()]?.responses[String(status)]?.content?.['application/json']?.schema
    if (!schema) throw new Error(`${method} ${url} → ${status} is not in the OpenAPI document`)
    const key = `${method} ${path} ${status}`
    const validate = compiled.get(key) ?? ajv.compile(closed(schema) as Json)
    compiled.set(key, validate)
    validate(body)
    expect(validate.errors ?? [], `${method} ${url}`).toEqual([])
  }
}

// Answers have no other fields than the ones that are named; requests may say so themselves.
const closed = (schema: unknown, within = false): unknown => {
  if (Array.isArray(schema)) return schema.map((each) => closed(each))
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries(schema as Json).map(([key, value]) => {
    if (key === 'properties')
      return [key, Object.fromEntries(Object.entries(value as Json).map(([name, property]) => [name, closed(property)]))]
    if (key === 'allOf') return [key, (value as unknown[]).map((part) => closed(part, true))]
    return [key, closed(value)]
  })
  const copy: Json = Object.fromEntries(entries)
  const isObject = 'properties' in copy || 'allOf' in copy
  return isObject && !within ? { ...copy, unevaluatedProperties: false } : copy
}
