import type { Area } from '@lading/shared/domain/area'
import { checkArea } from '@lading/shared/geo/area/check-area'
import type { Issue } from '@lading/shared/issue/issue'
import { DomainError } from '@lading/store/postgres/domain-error'

/** The area as it is kept; refuses one that crosses itself and the like, with where. */
export const checkedArea = (drawn: Area, path = '/area'): Area => {
  const { area, problems } = checkArea(drawn)
  if (problems) throw notAnArea(problems.map((problem) => ({ ...problem, path: `${path}${problem.path}` })))
  return area
}

export const notAnArea = (issues: Issue[]) => new DomainError('not-valid', 'The area is not valid.', issues)
