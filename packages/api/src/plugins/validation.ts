import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import plugin from 'fastify-plugin'

const common: Options = { allErrors: true, useDefaults: true, strict: true, strictTypes: false, strictTuples: false, discriminator: true }

const createAjv = (options: Options) => {
  const ajv = new Ajv({ ...common, ...options })
  addFormats.default(ajv)
  return ajv
}

/**
 * Requests meet their schema here, and nowhere after. Addresses and headers are text and are turned into what the schema
 * says; a JSON body already has types, and a wrong one is an error rather than something to be bent.
 */
export const validation = plugin(
  async (app) => {
    const body = createAjv({ coerceTypes: false })
    const text = createAjv({ coerceTypes: 'array' })
    app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? body : text).compile(schema as object))
    // Answers are built field by field from typed values, so a plain stringify gives what the schema says, several times
    // as fast as walking the schema's unions for 20,000 shipments. Tests hold every answer against its schema.
    app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  },
  { name: 'validation' },
)
