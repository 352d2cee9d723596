import { IdParams } from '@lading/shared/contract/common'
import { DefaultView, NewSavedView, SavedView, SavedViewChange } from '@lading/shared/contract/saved-view'
import { mayActAs } from '@lading/shared/domain/role'
import { addView } from '@lading/store/postgres/saved-view/add'
import { changeView, removeView } from '@lading/store/postgres/saved-view/change'
import { chooseView } from '@lading/store/postgres/saved-view/choose'
import { getView, listViews } from '@lading/store/postgres/saved-view/list'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'

const tags = ['views']
const config = { access: 'viewer', keys: [] } as const

/** Filters and orders of the map under names, of one's own and shared. */
export const viewRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/views',
    { config, schema: { tags, summary: 'Your saved views and those shared with everybody', response: { 200: Type.Array(SavedView) } } },
    ({ signedIn }) => listViews(db, (signedIn as SignedIn).userId),
  )

  app.post(
    '/v1/views',
    { config, schema: { tags, summary: 'Save a view', body: NewSavedView, response: { 201: SavedView } } },
    async ({ body, signedIn }, reply) => {
      const who = mayShare(signedIn, body.shared)
      const id = await addView(db, who.userId, body)
      return reply.code(201).send(await getView(db, who.userId, id))
    },
  )

  app.put(
    '/v1/views/default',
    {
      config,
      schema: { tags, summary: 'Say with which view your map opens; null: with none', body: DefaultView, response: { 204: Type.Null() } },
    },
    async ({ body: { id }, signedIn }, reply) => {
      await chooseView(db, (signedIn as SignedIn).userId, id)
      return reply.code(204).send(null)
    },
  )

  app.patch(
    '/v1/views/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Rename, change or share a view of yours',
        params: IdParams,
        body: SavedViewChange,
        response: { 200: SavedView },
      },
    },
    async ({ params: { id }, body, signedIn }) => {
      const who = mayShare(signedIn, body.shared)
      await changeView(db, id, body, who)
      return getView(db, who.userId, id)
    },
  )

  app.delete(
    '/v1/views/:id',
    { config, schema: { tags, summary: 'Delete a view of yours', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id }, signedIn }, reply) => {
      await removeView(db, id, signedIn as SignedIn)
      return reply.code(204).send(null)
    },
  )
}

const mayShare = (signedIn: SignedIn | undefined, shared = false) => {
  const who = signedIn as SignedIn
  if (shared && !mayActAs(who.role, 'operator')) throw new Refusal(403, 'not-allowed', 'Sharing takes the role operator.')
  return who
}
