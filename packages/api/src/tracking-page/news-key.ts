import type { Settings } from '../dependencies.ts'

/** With which addresses are kept, where mails are sent at all. */
export const newsKey = ({ dataKey, mails }: Pick<Settings, 'dataKey' | 'mails'>) => (mails ? dataKey : undefined)
