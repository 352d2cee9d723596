import type { Person } from '@lading/shared/contract/person'
import { people } from '../../state/people.ts'
import { authorised } from '../server/authorised.ts'

/** Without them an alert says that somebody has it, and not who. */
export const loadPeople = async () => {
  const result = await authorised<Person[]>('/v1/people')
  if (result.ok) people.value = new Map(result.value.map((person) => [person.id, person]))
}
