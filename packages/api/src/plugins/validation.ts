import { Ajv, type Options, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import plugin from 'fastify-plugin'
import { hasMoreValues } from '../has-more-values.ts'

const common: Options = { useDefaults: true, strict: true, strictTypes: false, strictTuples: false, discriminator: true }

const createAjv = (options: Options) => {
  const ajv = new Ajv({ ...common, ...options })
  addFormats.default(ajv)
  return ajv
}

// As fastify has them, of whatever validator.
const mistakes = ({ errors }: ValidateFunction) => ({ error: errors as unknown as Error })

/** Of what has more values than these, the first mistake is told alone: all of them would be more than what was sent. */
const valuesMost = 5_000

const createValidators = (options: Options) => {
  const first = createAjv(options)
  const all = createAjv({ ...options, allErrors: true })
  return (schema: object) => {
    const isValid = first.compile(schema)
    let everyMistake: ValidateFunction | undefined
    return (data: unknown) => {
      if (isValid(data)) return true
      if (hasMoreValues(data, valuesMost)) return mistakes(isValid)
      everyMistake ??= all.compile(schema)
      everyMistake(data)
      return mistakes(everyMistake)
    }
  }
}

/**
 * Requests meet their schema here, and nowhere after. Addresses and headers are text and are turned into what the schema
 * says; a JSON body already has types, and a wrong one is an error rather than something to be bent.
 */
export const validation = plugin(
  async (app) => {
    const body = createValidators({ coerceTypes: false })
    const text = createValidators({ coerceTypes: 'array' })
    app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? body : text)(schema as object))
    // Answers are built field by field from typed values, so a plain stringify gives what the schema says, several times
    // as fast as walking the schema's unions for 20,000 shipments. Tests hold every answer against its schema.
    app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  },
  { name: 'validation' },
)
