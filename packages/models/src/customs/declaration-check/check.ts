import type { Severity } from '@lading/shared/domain/alert'
import type { Declaration, DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule, Knowledge } from './declaration.ts'
import { description } from './description.ts'
import { documents } from './documents.ts'
import { hsCode } from './hs-code.ts'
import { hsPlausible } from './hs-plausible.ts'
import { incoterm } from './incoterm.ts'
import { origin } from './origin.ts'
import { parties } from './parties.ts'
import { requirements } from './requirements.ts'
import { value } from './value.ts'
import { weight } from './weight.ts'

const rules: DeclarationRule[] = [description, hsCode, hsPlausible, origin, value, weight, incoterm, documents, requirements, parties]
const order: Record<Severity, number> = { critical: 0, warning: 1, info: 2 }

/** All that is wrong with a declaration, what will stop the goods first. */
export const checkDeclaration = (declaration: Declaration, knowledge: Knowledge): DeclarationFinding[] =>
  rules.flatMap((rule) => rule(declaration, knowledge)).sort((a, b) => order[a.severity] - order[b.severity])
