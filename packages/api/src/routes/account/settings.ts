import { DashboardSettings } from '@lading/shared/contract/clock'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

export const settingsRoutes = async (app: App, { clock, settings }: Dependencies) => {
  app.get(
    '/v1/settings',
    {
      config: { access: 'public' },
      schema: {
        tags: ['settings'],
        summary: 'The platform clock, the map tiles, and whether one is signed in',
        response: { 200: DashboardSettings },
      },
    },
    async ({ signedIn }) => ({
      clock: { now: clock.now().toISOString(), speed: settings.clockSpeed },
      signedIn: signedIn !== undefined,
      broker: settings.broker,
      tiles: settings.tiles,
    }),
  )
}
