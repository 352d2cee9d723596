import Type from 'typebox'
import { severities } from '../domain/alert.ts'
import { declarationFindings, incotermPayers } from '../domain/declaration-check.ts'
import { incoterms } from '../domain/incoterm.ts'
import { modes } from '../domain/mode.ts'
import { partyRoles } from '../domain/party.ts'
import { Country, Day, Instant, nullable } from './common.ts'

const closed = { additionalProperties: false } as const
const Payer = Type.Optional(Type.Enum([...incotermPayers]))
const DocumentName = Type.String({ minLength: 1, maxLength: 120 })

/** Fields that are looked at here take any text: what is wrong with it is what is asked. */
const Line = Type.Object(
  {
    description: Type.String({ maxLength: 200 }),
    hsCode: Type.String({ maxLength: 20, description: 'Harmonised System code, 6 to 10 digits' }),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    value: Type.Object(
      {
        minorUnits: Type.Integer({ minimum: 0, description: 'of all pieces: cents for EUR' }),
        currency: Type.String({ pattern: '^[A-Z]{3}$' }),
      },
      closed,
    ),
    origin: Type.Optional(nullable(Type.String({ maxLength: 20, description: 'where it was made, ISO 3166-1 alpha-2' }))),
    weightKg: Type.Optional(nullable(Type.Number({ minimum: 0, maximum: 100_000_000, description: 'of all pieces' }))),
    product: Type.Optional(nullable(Type.String({ maxLength: 64, description: 'a product of yours' }))),
  },
  closed,
)

/** What is going to be declared. */
export const Declaration = Type.Object(
  {
    country: Type.String({ ...Country, description: 'of import, ISO 3166-1 alpha-2' }),
    incoterm: Type.Optional(nullable(Type.Enum([...incoterms]))),
    modes: Type.Array(Type.Enum([...modes]), { maxItems: 20, description: 'by which it goes' }),
    paidBy: Type.Optional(
      Type.Object(
        { freight: Payer, insurance: Payer, duties: Payer },
        { ...closed, description: 'who pays for what, as far as it is agreed' },
      ),
    ),
    parties: Type.Array(
      Type.Object(
        {
          role: Type.Enum([...partyRoles]),
          name: Type.String({ maxLength: 200 }),
          country: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
        },
        closed,
      ),
      { maxItems: 20 },
    ),
    lines: Type.Array(Line, { maxItems: 500 }),
    requiredDocuments: Type.Array(DocumentName, { maxItems: 50, description: 'that will be asked for, as far as it is known' }),
    documents: Type.Array(Type.Object({ name: DocumentName, expiresOn: Type.Optional(nullable(Day)) }, closed), {
      maxItems: 50,
      description: 'that are there',
    }),
    departsAt: Type.Optional(nullable(Instant)),
    arrivesOn: Type.Optional(nullable(Day)),
  },
  closed,
)
export type Declaration = Type.Static<typeof Declaration>

export const DeclarationFinding = Type.Object({
  code: Type.Enum([...declarationFindings], { description: 'which rule it is, for programs' }),
  severity: Type.Enum([...severities], { description: 'critical: goods are likely to be stopped for it' }),
  path: Type.String({ description: 'JSON pointer into the declaration' }),
  what: Type.String(),
  toDo: Type.String(),
  facts: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
  source: Type.Object({ name: Type.String(), url: nullable(Type.String()), date: nullable(Day) }, { description: 'who says so' }),
})

export const DeclarationCheck = Type.Object({
  checkedAt: Instant,
  findings: Type.Array(DeclarationFinding, { description: 'what will stop the goods first' }),
})
export type DeclarationCheck = Type.Static<typeof DeclarationCheck>

/** Of a shipment: null where nothing is declared on its way. */
export const ShipmentDeclarationCheck = Type.Object({
  ...DeclarationCheck.properties,
  hasDeparted: Type.Boolean(),
  declaration: nullable(Declaration),
})
export type ShipmentDeclarationCheck = Type.Static<typeof ShipmentDeclarationCheck>
