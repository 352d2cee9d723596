import type { FeatureCollection } from '@lading/shared/contract/area'
import type { Area } from '@lading/shared/domain/area'
import { checkArea } from '@lading/shared/geo/area/check-area'
import { fromFeature } from '@lading/shared/geo/area/geojson'
import type { Issue } from '@lading/shared/issue/issue'
import { issueOfSchema } from '@lading/shared/issue/of-schema'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type Type from 'typebox'
import { notAnArea } from './check.ts'

type Feature = FeatureCollection['features'][number]
type Properties = Feature['properties']

/**
 * What a GeoJSON file says, each feature turned into what `read` makes of its properties and checked by the schema of what people send
 * one by one. All or nothing: every problem is told at once, with the feature and the field.
 */
export const readFeatures = <Schema extends Type.TSchema>(
  { features }: FeatureCollection,
  schema: Schema,
  read: (properties: Properties, area: Area, nth: { of: number; index: number }) => object,
): Type.Static<Schema>[] => {
  const validate = validatorOf(schema)
  const issues: Issue[] = []
  const all = features.flatMap(({ geometry, properties }, index) => {
    const path = `/features/${index}`
    const { areas, problems } = fromFeature({ geometry, properties })
    if (problems) {
      issues.push(...problems.map((problem) => ({ ...problem, path: `${path}${problem.path}` })))
      return []
    }
    return areas.flatMap((drawn, part) => {
      const checked = checkArea(drawn)
      if (checked.problems) {
        const where = areas.length > 1 ? `${path}/geometry/coordinates/${part}` : `${path}/geometry`
        issues.push(...checked.problems.map((problem) => ({ ...problem, path: where })))
        return []
      }
      const wanted = read(properties, checked.area, { of: areas.length, index: part })
      if (validate(wanted)) return [wanted as Type.Static<Schema>]
      const found = (validate.errors ?? []).map(issueOfSchema)
      issues.push(...found.map((issue) => ({ ...issue, path: `${path}/properties${issue.path}` })))
      return []
    })
  })
  if (issues.length > 0) throw notAnArea(issues.slice(0, issuesMost))
  return all
}

/** Whoever sends a file of the wrong kind needs no thousand lines to see it. */
const issuesMost = 50

const ajv = new Ajv({ strict: false, allErrors: true, discriminator: true })
addFormats.default(ajv)
const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>()
const validatorOf = (schema: Type.TSchema) => {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  return validate
}

/** A name for each part of a feature that has several. */
export const partName = (name: unknown, { of, index }: { of: number; index: number }) =>
  of > 1 && typeof name === 'string' ? `${name} (${index + 1})` : name

/** Only what is said: a field that a file has as null is one that it leaves out. */
export const said = (properties: Properties, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => (properties[name] === undefined || properties[name] === null ? [] : [[name, properties[name]]])),
  )
