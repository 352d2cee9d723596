import type { Person } from '@lading/shared/contract/person'
import { mayActAs } from '@lading/shared/domain/role'
import { computed, signal } from '@preact/signals'
import { session } from './server/session.ts'

/** Colleagues by id. */
export const people = signal<ReadonlyMap<string, Person>>(new Map())

/** Who can be given work, whoever looks first. */
export const helpers = computed(() =>
  [...people.value.values()]
    .filter(({ role }) => mayActAs(role, 'operator'))
    .sort((a, b) => Number(isMe(b.id)) - Number(isMe(a.id)) || a.name.localeCompare(b.name)),
)

export const isMe = (id: string | null) => id !== null && id === session.value?.id

/** Whether whoever looks may do something, or only look. */
export const mayAct = computed(() => session.value !== undefined && mayActAs(session.value.role, 'operator'))
